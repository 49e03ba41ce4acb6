"""Other languages are told from English, and English is not taken for one of them."""

import asyncio

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.language import LanguageDetector
from assistant.nlu.language_guess import Guess
from assistant.paths import ROOT
from assistant.safety.message import LANGUAGE_LABEL
from assistant.safety.responses import SafetyResponses
from assistant.safety.steps import ESCALATE, HOLD

SENTENCES = {
    "es": [
        "me duele mucho la pierna desde hace dos semanas",
        "tengo ciatica que puedo hacer",
        "¿Cuánto tiempo tarda en curarse la ciática?",
        "ejercicios para el nervio ciatico",
        "hola, necesito información sobre estiramientos",
        "puedo nadar con una hernia discal?",
        "QUE ES LA CIATICA",
        "mi madre no puede dormir del dolor de espalda, que le recomienda",
        "no se si es mejor calor o frio para la espalda",
        "xq me duele la nalga cuando me siento",
        "buenas tardes, ¿atienden en español?",
        "llevo tres dias con hormigueo en el pie izquierdo",
    ],
    "fr": [
        "j'ai mal au dos depuis trois jours",
        "quels exercices pour la sciatique",
        "est-ce que je peux courir avec une sciatique ?",
        "Bonjour, ma jambe me fait très mal quand je marche, que dois-je faire ?",
        "combien de temps dure une sciatique",
        "chaud ou froid pour le dos",
        "c koi une sciatique svp",
        "POURQUOI J'AI DES FOURMIS DANS LE PIED",
        "mon mari n'arrive plus à dormir à cause de la douleur",
        "je voudrais prendre rendez-vous avec un kiné",
        "vous parlez français",
        "la douleur descend dans la cuisse jusqu'au mollet",
    ],
    "de": [
        "ich habe seit zwei Wochen Schmerzen im Bein",
        "was hilft bei Ischias",
        "Welche Übungen kann ich zu Hause machen?",
        "darf ich mit Bandscheibenvorfall schwimmen",
        "wie lange dauert eine Ischialgie",
        "Guten Morgen, können Sie mir helfen?",
        "mein rücken tut so weh das ich nicht sitzen kann",
        "WANN MUSS ICH ZUM ARZT",
        "soll ich wärme oder kälte nehmen",
        "Meine Mutter hat ein Kribbeln im Fuß, ist das schlimm?",
        "sprechen sie deutsch",
        "hab voll die schmerzen im po und bein was soll ich tun",
    ],
    "pt": [
        "estou com dor na perna há três dias",
        "o que é ciática",
        "quais exercícios posso fazer em casa?",
        "posso nadar com hérnia de disco",
        "quanto tempo demora a passar a dor",
        "Bom dia, podem ajudar-me por favor?",
        "minha mãe não consegue dormir de tanta dor",
        "vc fala portugues",
        "É MELHOR GELO OU CALOR",
        "tenho formigueiro no pé esquerdo desde ontem",
        "dor no nervo ciatico oq fazer",
        "preciso marcar uma consulta com o fisioterapeuta",
    ],
    "it": [
        "ho mal di schiena da una settimana",
        "che cos'è la sciatica",
        "quali esercizi posso fare a casa?",
        "posso nuotare con l'ernia del disco",
        "quanto dura la sciatalgia",
        "Buongiorno, mi può aiutare per favore?",
        "mia mamma non riesce a dormire per il dolore",
        "xke mi fa male la gamba quando sto seduto",
        "È MEGLIO IL CALDO O IL FREDDO",
        "sento un formicolio al piede sinistro",
        "stretching per il nervo sciatico",
        "vorrei parlare con un fisioterapista",
    ],
    "pl": [
        "od tygodnia boli mnie noga",
        "co to jest rwa kulszowa",
        "jakie ćwiczenia mogę robić w domu?",
        "czy mogę pływać z przepukliną",
        "ile trwa leczenie rwy",
        "Dzień dobry, proszę o pomoc",
        "moja mama nie może spać z bólu",
        "bola mnie plecy co robic",
        "CZY LEPIEJ CIEPŁO CZY ZIMNO",
        "mam mrowienie w lewej stopie od wczoraj",
        "chcę umówić się do fizjoterapeuty",
        "nie mówię po angielsku",
    ],
    "hi": [
        "मेरे पैर में दो हफ्ते से दर्द है",
        "साइटिका क्या है",
        "घर पर कौन से व्यायाम कर सकता हूँ?",
        "क्या मैं तैर सकता हूँ",
        "ठीक होने में कितना समय लगता है",
        "नमस्ते, कृपया मेरी मदद करें",
        "मेरी माँ दर्द के कारण सो नहीं पाती",
        "गरम सिकाई करूँ या ठंडी",
        "मेरे बाएँ पैर में झनझनाहट है",
        "मुझे डॉक्टर से मिलना है",
        "कमर दर्द",
        "sciatica के लिए कौन सी exercise अच्छी है",
    ],
    "hi-latn": [
        "mere pair me do hafte se dard hai",
        "sciatica kya hota hai",
        "ghar par kaun si exercise karu",
        "kya main swimming kar sakta hu",
        "theek hone mein kitna time lagta hai",
        "meri maa dard ki wajah se so nahi pati",
        "garam pani se sikai karni chahiye ya thandi",
        "mere left pair mein jhunjhuni ho rahi hai",
        "mujhe doctor se milna hai",
        "kamar dard ka ilaj bataiye",
        "baithne se bahut dard hota hai kya karu",
        "aap hindi mein baat kar sakte ho kya",
    ],
    "tr": [
        "iki haftadır bacağım ağrıyor",
        "siyatik nedir",
        "evde hangi egzersizleri yapabilirim?",
        "fıtık varken yüzebilir miyim",
        "iyileşmesi ne kadar sürer",
        "Günaydın, bana yardım eder misiniz?",
        "annem ağrıdan uyuyamıyor",
        "belim cok agriyor ne yapmaliyim",
        "SICAK MI SOĞUK MU İYİ GELİR",
        "sol ayağımda karıncalanma var",
        "fizyoterapistten randevu almak istiyorum",
        "türkçe konuşuyor musunuz",
    ],
}
OTHER_LANGUAGES = [
    "welke oefeningen kan ik thuis doen tegen ischias?",
    "у меня болит нога уже две недели",
    "какие упражнения можно делать дома",
    "أعاني من ألم في الظهر منذ أسبوعين",
    "我的腰疼了两个星期怎么办",
    "mă doare piciorul stâng de două săptămâni",
    "腰が痛いです。どうすればいいですか",
    "허리가 아파요 어떻게 해야 하나요",
    "у мене болить спина вже тиждень",
    "πονάει η μέση μου εδώ και δύο εβδομάδες",
    "tôi bị đau lưng hai tuần nay, tôi nên làm gì",
    "kaki saya sakit sejak dua minggu yang lalu, apa yang harus saya lakukan",
]
# Terse, misspelt, text-speak, English of India, Nigeria, Scotland and Australia, medicine, names and places.
ENGLISH = [
    "hi",
    "ok",
    "sciatica",
    "paracetamol",
    "ibuprofen 400",
    "spondylolisthesis l5 s1",
    "cauda equina",
    "piriformis syndrome",
    "amitriptyline nortriptyline duloxetine",
    "wat is siatica exactley pls",
    "hw lng til im bter",
    "cn i swm w a slipd disc",
    "nerv glides how do u do em",
    "im so bord",
    "gran 84 smal fal bak hurts now",
    "my leg is paining since two days only",
    "kindly do the needful sir",
    "abeg wetin dey cause this waist pain",
    "yaar my back is paining too much",
    "ma back is killin me ken",
    "naw yer alright",
    "g'day mate",
    "Auckland",
    "São Paulo",
    "Kuala Lumpur",
    "I am Maria from Barcelona",
    "Dr Müller told me to rest",
    "pilates or tai chi?",
    "café chair hurts my bum",
    "sdkfjhsdkfjh",
    "q w e r t y",
    "🙂👍",
    "12345",
    "?",
    "",
    "PLEASE HELP ME MY BACK HURTS",
    "ｈｅｌｌｏ ｔｈｅｒｅ",
    "Hello, me duele la pierna. What exercises can I do at home for this, and how often should I do them?",
]
# These few lines of the English material are not in English, or hold an emergency in another language.
IN_ENGLISH_MATERIAL = 0.001


@pytest.fixture(scope="module")
def detector():
    return LanguageDetector()


@pytest.fixture(scope="module")
def detect(detector):
    """Return what the component makes of a text, with the intent that was predicted before it."""

    def process(text, intent="faq/why-pt", confidence=0.9):
        name = intent.partition("/")[0]
        before = {"name": name, "confidence": confidence}
        selected = {name: {"response": {"intent_response_key": intent}}}
        parsed = {
            "text": text,
            "intent": before,
            "intent_ranking": [before],
            "response_selector": selected,
            "questions": ["faq/why-pt", "faq/referral"],
        }
        (message,) = detector.process([Message(parsed)])
        return message

    return process


def english_material():
    """Every English text that the assistant is trained or measured on."""
    data = load_data(str(ROOT / "data" / "nlu.yml"))
    yield from (m.get("text") for m in data.intent_examples if m.get_full_intent() != LANGUAGE_LABEL)
    for path in [*ROOT.glob("triage/phrases/*.yml"), ROOT / "benchmarks" / "red_flags.yml"]:
        yield from (record["text"] for record in yaml.load(path.read_text(), yaml.CSafeLoader))
    yield from (q["text"] for q in benchmark("questions"))
    yield from (q["text"] for q in benchmark("out_of_scope") if q["kind"] != "language")


def benchmark(name):
    return yaml.load((ROOT / "benchmarks" / f"{name}.yml").read_text(), yaml.CSafeLoader)


def test_english_is_hardly_ever_taken_for_another_language(detect):
    texts = [text for text in english_material() if text]
    assert len(texts) > 20_000
    mistaken = [text for text in texts if detect(text).get("language")]
    assert len(mistaken) <= IN_ENGLISH_MATERIAL * len(texts), mistaken


@pytest.mark.parametrize("text", ENGLISH)
def test_english_names_and_gibberish_are_left_alone(detect, text):
    message = detect(text)
    assert message.get("language") is None
    assert message.get("intent")["name"] == "faq"
    assert message.get("questions")


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, texts in SENTENCES.items() for t in texts])
def test_a_language_is_named(detect, code, text):
    assert detect(text).get("language") == {"language": code, "danger": None}


@pytest.mark.parametrize("text", OTHER_LANGUAGES)
def test_any_other_language_is_seen(kb, detect, text):
    assert detect(text).get("language")["language"] not in kb.languages


@pytest.mark.parametrize(
    "text", [q["text"] for q in benchmark("out_of_scope") if q["kind"] == "language"]
)
def test_the_benchmark_is_seen(detect, text):
    assert detect(text).get("language")


@pytest.mark.parametrize(
    ("text", "code"),
    [("guten Tag", "de"), ("danke schön", "de"), ("ile trwa leczenie", "pl"), ("hej hej", None)],
)
def test_a_short_text_needs_the_classifier_to_think_so_too(detect, text, code):
    assert detect(text).get("language") is None
    assert detect(text, LANGUAGE_LABEL, confidence=0.3).get("language") is None
    found = detect(text, LANGUAGE_LABEL).get("language")
    assert code is None or found["language"] == code


@pytest.mark.parametrize("text", ["do you speak Spanish?", "can you answer in Hindi please"])
def test_english_about_a_language_has_no_language(detect, text):
    assert detect(text, LANGUAGE_LABEL).get("language") is None


@pytest.mark.parametrize(
    ("text", "code", "danger"),
    [
        ("no puedo orinar", "es", "danger"),
        (
            "Hello doctor, mujhe peshab nahi ho raha since morning, please tell me what to do",
            "hi-latn",
            "danger",
        ),
        ("sorry my english is bad, ich kann nicht mehr pinkeln", "de", "danger"),
        ("Quiero morir, the leg no stop, nobody help me", "es", "despair"),
        ("je ne sens plus mes jambes", "fr", "danger"),
    ],
)
def test_an_emergency_is_seen_though_most_of_it_is_english(detect, text, code, danger):
    assert detect(text).get("language") == {"language": code, "danger": danger}


def test_the_intent_is_that_of_another_language_and_asks_nothing_else(detect):
    message = detect("¿Cuánto tiempo tarda en curarse la ciática?")
    assert message.get("intent") == {"name": "out_of_scope", "confidence": 1.0}
    assert [entry["name"] for entry in message.get("intent_ranking")] == ["out_of_scope", "faq"]
    assert (
        message.get("response_selector")["out_of_scope"]["response"]["intent_response_key"]
        == LANGUAGE_LABEL
    )
    assert message.get("questions") == []


def test_the_verdict_of_the_warning_screen_stays(detector):
    sign = {"entity": "warning_sign", "value": {"level": "emergency"}}
    (message,) = detector.process(
        [Message({"text": "tengo mucho dolor en la pierna", "entities": [sign]})]
    )
    assert message.get("entities") == [sign]


def test_a_long_text_is_read_by_its_beginning(detect):
    assert detect("me duele mucho la pierna desde ayer. " * 2000).get("language")["language"] == "es"


@pytest.fixture(scope="module")
def reply():
    """Return what is said when a message in this language was the last one."""
    domain = Domain.load(ROOT / "domain.yml")
    responses = SafetyResponses(None, domain)

    def say(action, found, **slots):
        tracker = DialogueStateTracker.from_events("me", [], slots=domain.slots)
        parsed = {"language": found and {"language": found.language, "danger": found.danger}}
        tracker.update(UserUttered("...", parse_data=parsed))
        for name, value in slots.items():
            tracker.update(SlotSet(name, value))
        return asyncio.run(responses.generate(action, tracker, "rest"))

    return say


ACTION = f"utter_{LANGUAGE_LABEL}"


def test_the_reply_is_in_the_language_with_the_numbers_of_the_country(reply):
    said = reply(ACTION, Guess("fr"), country="GB")
    assert said["text"].startswith("Désolé, je ne comprends que l'anglais.")
    assert "999 / 112" in said["text"]
    assert said["custom"]["language"] == said["custom"]["lang"] == "fr"


def test_an_emergency_is_answered_with_whom_to_call(reply):
    assert reply(ACTION, Guess("it", "danger"))["text"].startswith("Può essere un'emergenza.")


def test_without_a_language_the_reply_is_in_english(reply):
    assert reply(ACTION, None)["text"].startswith("Sorry, I only understand English. In an emergency")


VERDICT = {"signs": ["bladder"], "words": [], "about_other": False}


@pytest.mark.parametrize(("action", "slot"), [(ESCALATE, "warning_sign"), (HOLD, "held_warning")])
def test_a_card_has_the_emergency_sentence_of_the_language_before_it(reply, action, slot):
    card = reply(action, None, **{slot: VERDICT})
    said = reply(action, Guess("es"), **{slot: VERDICT})
    assert said["text"].startswith("Esto puede ser una emergencia.")
    assert said["text"].endswith(card["text"])
    assert said["custom"].pop("translated")["lang"] == "es"
    assert said["custom"] == card["custom"]
    assert reply(action, Guess("nl"), **{slot: VERDICT}) == card


def test_a_card_that_only_asks_is_not_called_an_emergency(reply):
    said = reply(ESCALATE, Guess("de"), warning_sign={"signs": []})
    assert said["text"].startswith("Es tut mir leid, ich verstehe nur Englisch.")
