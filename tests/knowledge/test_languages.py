"""What people are told who do not write in English, and the words of an emergency in their language."""

import pytest

from knowledge.escalation import number_list
from knowledge.languages import DangerWords, check, fold, reply, sentences

OTHERS = ["es", "fr", "de", "pt", "it", "pl", "hi", "hi-latn", "tr"]
NUMBERS = "911 / 999 / 112"

EMERGENCIES = {
    "es": [
        "he perdido el control de la orina",
        "No puedo orinar desde ayer",
        "tengo dormido entre las piernas",
        "dolor fuerte en el pecho",
        "no siento las piernas",
    ],
    "fr": [
        "j'ai perdu le contrôle de ma vessie",
        "je n'arrive plus à uriner",
        "je n’arrive pas a faire pipi",
        "j'ai une douleur dans la poitrine",
        "je ne sens plus mes jambes",
    ],
    "de": [
        "ich habe die Kontrolle über meine Blase verloren",
        "ich kann nicht mehr pinkeln",
        "Taubheitsgefühl zwischen den Beinen",
        "starke Schmerzen in der Brust",
        "ich kann meine Beine nicht bewegen",
    ],
    "pt": [
        "perdi o controle da bexiga",
        "não consigo urinar",
        "nao consigo fazer xixi",
        "estou com dormência entre as pernas",
        "dor no peito",
    ],
    "it": [
        "ho le gambe paralizzate",
        "non riesco più a fare pipì",
        "non sento niente tra le gambe",
        "forte dolore al petto",
        "non sento più le gambe",
    ],
    "pl": [
        "straciłem kontrolę nad pęcherzem",
        "nie moge oddac moczu",
        "drętwieje mi między nogami",
        "silny ból w klatce piersiowej",
        "nie czuję nóg",
    ],
    "hi": ["मुझे पेशाब नहीं हो रहा", "जांघों के बीच सुन्न है", "सीने में बहुत दर्द है", "पेशाब नही आ रहा"],
    "hi-latn": [
        "mujhe peshab nahi ho raha",
        "private part sunn ho gaya hai",
        "seene mein dard",
        "pair hil nahi pa rahe",
    ],
    "tr": [
        "idrarımı tutamıyorum",
        "idrarımı yapamıyorum",
        "bacaklarımın arası uyuşuk",
        "göğsümde ağrı var",
        "bacaklarimi hissetmiyorum",
    ],
}
DESPAIR = {
    "es": ["quiero morir", "quiero suicidarme"],
    "fr": ["je veux mourir", "j'ai envie de me suicider"],
    "de": ["ich will nicht mehr leben", "ich will mich umbringen"],
    "pt": ["quero morrer", "vou me matar"],
    "it": ["voglio morire", "voglio uccidermi"],
    "pl": ["nie chcę żyć", "chcę się zabić"],
    "hi": ["मैं मरना चाहता हूँ", "आत्महत्या करना चाहता हूं"],
    "hi-latn": ["main marna chahta hu", "mujhe khudkushi karni hai"],
    "tr": ["ölmek istiyorum", "intihar etmek istiyorum"],
}
ORDINARY = {
    "es": ["me duele la pierna", "puedo nadar con ciática", "no puedo dormir", "tengo dolor de espalda"],
    "fr": ["j'ai mal au dos", "je n'arrive plus à dormir", "la douleur descend dans la jambe"],
    "de": ["ich kann nicht schlafen", "Schmerzen im Bein", "mein Bein kribbelt"],
    "pt": ["não consigo dormir", "dor na perna", "posso nadar"],
    "it": ["non riesco a dormire", "mal di schiena", "posso nuotare"],
    "pl": ["nie mogę spać", "boli mnie noga", "czy mogę pływać"],
    "hi": ["मेरे पैर में दर्द है", "मैं सो नहीं पाता", "कमर दर्द"],
    "hi-latn": ["mere pair mein dard hai", "neend nahi aa rahi", "kamar dard ke liye exercise"],
    "tr": ["bacağım ağrıyor", "uyuyamıyorum", "yüzebilir miyim"],
}


@pytest.fixture(scope="module")
def danger_words(kb):
    return DangerWords(kb.languages)


def cases(table):
    return [(code, text) for code, texts in table.items() for text in texts]


def test_there_is_a_record_for_each_language(kb):
    assert [*kb.languages] == ["en", *OTHERS]
    assert check([*kb.languages.values()]) == []


@pytest.mark.parametrize("code", ["en", *OTHERS])
@pytest.mark.parametrize("danger", [None, "danger", "despair"])
def test_every_reply_has_the_numbers_and_says_what_is_understood(kb, code, danger):
    said = reply(kb.languages, code, NUMBERS, danger)
    assert said["text"].count(NUMBERS) == 1
    assert "{" not in said["text"]
    assert kb.languages[code].only_english in said["text"]
    assert said["custom"] == {
        "type": "out_of_scope",
        "topic": "out_of_scope/language",
        "kind": "language",
        "language": code,
        "lang": code,
    }


@pytest.mark.parametrize("code", OTHERS)
def test_in_an_emergency_whom_to_call_comes_first(kb, code):
    for danger in ("danger", "despair"):
        first, second = sentences(kb.languages[code], NUMBERS, danger).split("\n")
        assert NUMBERS in first
        assert second == kb.languages[code].only_english


@pytest.mark.parametrize("code", [None, "nl", "ru"])
def test_any_other_language_is_answered_in_english(kb, code):
    said = reply(kb.languages, code, NUMBERS)
    assert said["text"].startswith("Sorry, I only understand English.")
    assert (said["custom"]["language"], said["custom"]["lang"]) == (code, "en")


def test_the_numbers_follow_the_country(kb):
    assert number_list(kb, None) == NUMBERS
    assert number_list(kb, "GB") == "999 / 112"
    assert "999 / 112" in reply(kb.languages, "pl", number_list(kb, "GB"))["text"]


@pytest.mark.parametrize(("code", "text"), cases(EMERGENCIES))
def test_an_emergency_is_seen(danger_words, code, text):
    assert danger_words.find(text).get(code) == "danger"


@pytest.mark.parametrize(("code", "text"), cases(DESPAIR))
def test_despair_is_seen(danger_words, code, text):
    assert danger_words.find(text.upper()).get(code) == "despair"


@pytest.mark.parametrize(("code", "text"), cases(ORDINARY))
def test_ordinary_messages_name_no_emergency(danger_words, code, text):
    assert danger_words.find(text) == {}


@pytest.mark.parametrize(
    ("text", "folded"),
    [("¿ESPAÑOL?", "¿espanol?"), ("n’arrive", "n'arrive"), ("Ağrı", "agri"), ("ból głowy", "bol glowy")],
)
def test_accents_and_capitals_make_no_difference(text, folded):
    assert fold(text) == folded


def test_a_record_that_lacks_something_is_named(kb):
    spanish = kb.languages["es"].copy(update={"danger": [], "despair_reply": None})
    errors = check([kb.languages["en"], spanish, spanish])
    assert "languages.yml, es: the id is used twice" in errors
    assert "languages.yml, es, danger: is missing" in errors
    assert "languages.yml, es, despair_reply: is missing" in errors
    assert any("'en'" in line for line in check([spanish]))
