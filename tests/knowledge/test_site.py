"""Settings of the site: mistakes are named all at once, with file, key and what to write."""

import pytest

from knowledge import site

BAD = """
clinic: {phone: x, nam: y}
country: gb
guided_plan: maybe
origins: ["*", "https://ok.example", "https://x.example/path"]
limits: {characters: 5, store: disk}
colour: red
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "site.yml"


def mistakes(file, countries=()):
    with pytest.raises(site.SiteError) as raised:
        site.read(file, countries)
    return raised.value.errors


def test_all_mistakes_are_named_with_the_remedy(file):
    file.write_text(BAD)
    found = {line.split(":")[0]: line for line in mistakes(file)}
    assert found.keys() == {
        f"site.yml, {key}"
        for key in (
            "clinic.name", "clinic.phone", "clinic.nam", "country", "guided_plan", "origins.0",
            "origins.2", "limits.characters", "limits.store", "colour",
        )
    }  # fmt: skip
    assert found["site.yml, clinic.nam"].endswith("there is name, phone, url")
    assert found["site.yml, clinic.phone"].endswith('in quotes: "020 7946 0000"')
    assert found["site.yml, limits.characters"].endswith("write a number, 200 to 10000")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("country: ZZ", "site.yml, country: there is no 'ZZ'; write one of GB, US"),
        ("clinic: [", "site.yml, line "),
        ("- a list", "site.yml: write keys with values"),
    ],
)
def test_a_mistake_of_the_whole_file_is_named(file, content, expected):
    file.write_text(content)
    assert mistakes(file, ["GB", "US"])[0].startswith(expected)


def test_a_missing_file_is_named(file):
    assert mistakes(file) == ["site.yml: the file is missing; take it from the repository"]


def test_nothing_needs_to_be_set(file):
    file.write_text("")
    settings = site.read(file)
    assert (settings.clinic, settings.origins, settings.limits.characters) == (None, [], 2000)


def test_the_environment_goes_before_the_file(monkeypatch):
    monkeypatch.setenv("SCIATICA_COUNTRY", "NZ")
    assert site.country() == "NZ"
