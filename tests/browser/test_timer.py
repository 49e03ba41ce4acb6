"""The guided timer, and the session that runs one after another."""

import pytest
from playwright.sync_api import expect

STEPS = "async (timer) => (await import('/widget/chat/countdown.js')).timerSteps(timer)"


@pytest.fixture
def at_timer(chat):
    """The timer of the bird-dog, opened, with a clock that the test moves."""
    chat.page.clock.install()
    chat.ask("bird dog")
    chat.listen()
    chat.button("Start the guided timer").click()
    expect(chat.button("Start")).to_be_focused()
    chat.page.clock.pause_at(chat.page.evaluate("Date.now() + 1000"))
    return chat


def kinds(steps):
    return " ".join(f"{step['kind']}{step.get('rep') or ''}" for step in steps)


@pytest.mark.parametrize("timer, expected", [
    ({"hold_seconds": 5, "rest_seconds": 5, "repetitions": 3, "sets": 1, "sides": []},
     "ready hold1 rest2 hold2 rest3 hold3"),
    ({"hold_seconds": 5, "rest_seconds": 5, "repetitions": 2, "sets": 1, "sides": ["left", "right"]},
     "ready hold1 rest2 hold2 switch hold1 rest2 hold2"),
    ({"hold_seconds": 5, "rest_seconds": 0, "repetitions": 2, "sets": 2, "sides": []},
     "ready hold1 hold2 rest hold1 hold2"),
    ({"hold_seconds": None, "repetitions": 5, "sets": 2, "sides": []}, "ready count rest count"),
    ({"minutes": 3}, "ready move"),
])  # fmt: skip
def test_the_steps_follow_from_the_dose(chat, timer, expected):
    assert kinds(chat.page.evaluate(STEPS, timer)) == expected


def test_minutes_are_counted_in_seconds(chat):
    assert chat.page.evaluate(STEPS, {"minutes": 3})[1]["seconds"] == 180


def test_absurd_data_make_no_endless_timer(chat):
    steps = chat.page.evaluate(
        STEPS, {"hold_seconds": 1e9, "repetitions": 1e9, "sets": 1e9, "sides": ["left"]}
    )
    assert len(steps) < 5000


def test_it_never_starts_by_itself(at_timer):
    at_timer.page.clock.run_for(20_000)
    expect(at_timer.page.get_by_role("timer")).to_have_text("5")
    assert at_timer.heard == []


def test_hold_and_rest_are_shown_and_announced_once_each(at_timer):
    at_timer.button("Start").click()
    at_timer.page.clock.run_for(5_400)
    expect(at_timer.page.locator(".what")).to_have_text("Hold")
    expect(at_timer.page.locator(".where")).to_have_text("left side, 1 of 5")
    at_timer.page.clock.run_for(5_200)
    expect(at_timer.page.locator(".what")).to_have_text("Rest")
    at_timer.page.clock.run_for(5_200)
    assert at_timer.heard == [
        ["polite", "Get ready"],
        ["polite", "Hold: left side, 1 of 5"],
        ["polite", "Rest: left side"],
        ["polite", "Hold: left side, 2 of 5"],
    ]


def test_pause_keeps_the_time_and_going_on_takes_it_up(at_timer):
    at_timer.button("Start").click()
    at_timer.page.clock.run_for(2_000)
    at_timer.button("Pause").click()
    expect(at_timer.page.locator(".what")).to_have_text("Paused")
    at_timer.page.clock.run_for(60_000)
    expect(at_timer.page.get_by_role("timer")).to_have_text("3")
    at_timer.button("Go on").click()
    at_timer.page.clock.run_for(3_400)
    expect(at_timer.page.locator(".what")).to_have_text("Hold")


def test_skip_and_start_again(at_timer):
    at_timer.button("Start").click()
    at_timer.button("Skip").click()
    expect(at_timer.page.locator(".what")).to_have_text("Hold")
    at_timer.button("Start again").click()
    expect(at_timer.page.locator(".what")).to_have_text("Get ready")
    expect(at_timer.button("Start")).to_be_focused()


def test_it_ends_with_a_word(at_timer):
    at_timer.button("Start").click()
    for _ in range(20):
        at_timer.button("Skip").click()
    expect(at_timer.page.locator(".what")).to_have_text("Well done")
    assert at_timer.heard[-1] == ["polite", "Well done"]
    assert sum(text == "Change sides: right side" for _, text in at_timer.heard) == 1


def test_an_exercise_without_a_hold_waits_for_the_person(chat):
    chat.ask("cat cow")
    chat.button("Start the guided timer").click()
    chat.button("Start").click()
    chat.button("Skip").click()
    expect(chat.page.locator(".what")).to_have_text("3 times, at your own pace")
    chat.button("Done").click()
    expect(chat.page.locator(".what")).to_have_text("Well done")


def lit(chat, expected):
    """Wait until so many locks are held: the page's policy forbids Playwright's own way to wait."""
    for _ in range(40):
        if chat.page.evaluate("window.lit") == expected:
            return
        chat.page.wait_for_timeout(50)
    pytest.fail(f"{chat.page.evaluate('window.lit')} locks are held, not {expected}")


def test_the_screen_is_kept_awake_while_it_runs_and_released_after(chat):
    chat.page.evaluate(
        """() => {
          window.lit = 0;
          const request = async () => { window.lit += 1; return { release: async () => { window.lit -= 1; } }; };
          Object.defineProperty(navigator, 'wakeLock', { value: { request } });
        }"""
    )
    chat.ask("bird dog")
    chat.button("Start the guided timer").click()
    assert chat.page.evaluate("window.lit") == 0
    chat.button("Start").click()
    lit(chat, 1)
    chat.button("Pause").click()
    lit(chat, 0)
    chat.button("Go on").click()
    lit(chat, 1)
    chat.button("Close timer").click()
    lit(chat, 0)
    expect(chat.button("Start the guided timer")).to_be_focused()


def test_cues_are_spoken_only_when_asked_for_and_then_not_announced_too(at_timer):
    at_timer.page.evaluate(
        "() => { window.spoken = []; speechSynthesis.speak = (u) => window.spoken.push([u.text, u.lang]); }"
    )
    at_timer.button("Start").click()
    assert at_timer.page.evaluate("window.spoken") == []
    at_timer.page.get_by_label("Read the steps aloud").check()
    at_timer.button("Skip").click()
    assert at_timer.page.evaluate("window.spoken") == [["Hold: left side, 1 of 5", "en"]]
    assert at_timer.heard == [["polite", "Get ready"]]


def test_a_session_runs_the_timers_and_ticks_what_was_done(chat, fake):
    chat.page.clock.install()
    chat.ask("my plan")
    chat.button("Start today’s session").click()
    expect(chat.page.get_by_text("Exercise 1 of 3")).to_be_visible()
    expect(chat.field).to_be_hidden()
    chat.button("Start").click()
    chat.page.clock.run_for(70_000)  # 5 s to get ready, 5 holds and 4 rests of 5 s
    expect(chat.page.get_by_text("Exercise 2 of 3")).to_be_visible()
    chat.button("Skip this one").click()
    chat.button("I did it").click()
    expect(chat.page.get_by_text("You did 2 of 3 exercises.").first).to_be_visible()
    chat.button("Add to my diary").click()
    expect(chat.replies).to_have_count(2)
    assert fake.turns[-1]["text"] == "I did my exercises today: Pelvic tilt and Walking."
    expect(chat.page.locator(".tick")).to_have_text(["done", "", "done"])
    expect(chat.page.get_by_text("2 of 3 done today")).to_be_visible()


def test_ticks_survive_a_reload_and_nothing_is_running_after_leaving(chat):
    chat.ask("my plan")
    chat.button("Start today’s session").click()
    chat.button("I did it").click()
    chat.button("Leave session").click()
    chat.page.reload()
    expect(chat.page.get_by_text("1 of 3 done today")).to_be_visible()
