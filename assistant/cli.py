"""The command line: `sciatica serve`, `chat`, `train`, `check`, `evaluate`, `report`, `adapt`."""

import os
import socket
import time

# Set before Rasa is imported anywhere: no telemetry, no notice about a newer SQLAlchemy.
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

import typer
from filelock import FileLock
from rich.console import Console
from rich.table import Table

from assistant import content_check, model
from assistant.paths import MODELS, PICTURE, ROOT

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A chat assistant that teaches people about sciatica.",
)
console = Console(stderr=True, highlight=False)


def _stop(*lines: str) -> None:
    for line in lines:
        console.print(f"[red]✗[/red] {line}", markup=True, soft_wrap=True)
    raise typer.Exit(1)


def _check_or_stop() -> None:
    found = content_check.errors()
    if found:
        _stop(
            *(line.replace("[", r"\[") for line in found), f"{len(found)} mistakes; nothing was started."
        )


def _model_or_train() -> str:
    """Return the path of the up-to-date model, training it first where there is none."""
    MODELS.mkdir(exist_ok=True)
    with FileLock(MODELS / ".training.lock"):
        path = model.current_model()
        if not path.exists():
            with console.status("Training: ...") as status:

                def report(step: str) -> None:
                    console.print(f"  {step}")
                    status.update("Training, this takes about a minute ...")

                try:
                    model.train(report)
                except model.TrainingError as error:
                    _stop(str(error))
    return str(path)


@app.command()
def check() -> None:
    """Check the content and the training data; lists every mistake with file and key."""
    _check_or_stop()
    console.print("[green]✓[/green] The content and the training data are in order.")


@app.command()
def train() -> None:
    """Train the model, if there is none for the files as they are."""
    _check_or_stop()
    console.print(f"[green]✓[/green] Trained: {os.path.relpath(_model_or_train(), ROOT)}")


@app.command()
def serve(
    host: str = typer.Option("127.0.0.1", envvar="HOST", help="Address to listen on."),
    port: int = typer.Option(5005, envvar="PORT", help="Port to listen on."),
    endpoints: str = typer.Option(
        "endpoints.yml", envvar="SCIATICA_ENDPOINTS", help="Stores, locks and action server."
    ),
    credentials: str = typer.Option(
        "credentials.yml", envvar="SCIATICA_CREDENTIALS", help="Which channels are open."
    ),
) -> None:
    """Serve chat page and API; trains first if data or configuration changed."""
    _free_port_or_stop(host, port)
    _exists_or_stop("endpoints", endpoints)
    _exists_or_stop("credentials", credentials)
    _check_or_stop()
    trained = _model_or_train()
    console.print("Loading ...")
    from assistant import lean_imports

    lean_imports.install()
    from assistant.channel.sessions import SecretError
    from assistant.serving import server

    try:
        app = server.build(trained, ROOT / endpoints, ROOT / credentials)
    except SecretError as error:
        _stop(str(error))
    server.run(app, host, port)


@app.command()
def chat() -> None:
    """Talk to the assistant in the terminal. Nothing you type is kept."""
    _check_or_stop()
    trained = _model_or_train()
    with console.status("Loading the assistant ..."):
        from assistant import lean_imports

        lean_imports.install()
        from assistant import terminal
        from assistant.conversation import Assistant

        assistant = Assistant(trained, ROOT / "endpoints.yml")
    terminal.run(assistant)


@app.command()
def adapt(
    minutes: float = typer.Option(40, min=1, help="How long to learn."),
    fresh: bool = typer.Option(False, help="Start anew instead of going on from the adapter as it is."),
) -> None:
    """Adapt the sentence encoder to the phrases of this project; writes assistant/nlu/adapter.npz."""
    _check_or_stop()
    from assistant.adaptation import training

    training.adapt(minutes, fresh, console.print)
    console.print("[green]✓[/green] Written: assistant/nlu/adapter.npz. The next start trains with it.")


@app.command()
def evaluate(what: str = typer.Argument("redflags", help="redflags, faq, oos or dialogues.")) -> None:
    """Measure the model on the public benchmark, worst first, with 95 % intervals."""
    if what not in ("redflags", "faq", "oos", "dialogues"):
        _stop(f"There is no benchmark called {what!r}. There are redflags, faq, oos and dialogues.")
    _check_or_stop()
    trained = _model_or_train()
    from assistant import lean_imports

    lean_imports.install()
    from assistant import dialogue_evaluation, evaluation, question_evaluation

    with console.status("Asking the model ..."):
        if what == "redflags":
            tables = evaluation.warning_tables(trained)
        elif what == "dialogues":
            tables = dialogue_evaluation.tables(trained)
        else:
            tables = question_evaluation.tables(what, trained)
    for title, rows in tables.items():
        table = Table("", "share", "95 %", "of", title=title)
        for name, hits, n in rows:
            low, high = evaluation.wilson(hits, n)
            table.add_row(name, f"{hits / n:.3f}", f"{low:.2f} to {high:.2f}", str(n))
        Console().print(table)
    if what == "faq":
        console.print(f"A picture of what is taken for another: {os.path.relpath(PICTURE, ROOT)}")
    console.print(
        "Labels are by lay authors; no clinician has seen them. This says nothing beyond this set."
    )


@app.command()
def report(
    days: float = typer.Option(30, min=0, help="How many days back."),
    endpoints: str = typer.Option(
        "endpoints.yml", envvar="SCIATICA_ENDPOINTS", help="Names the store of the conversations."
    ),
) -> None:
    """Count what was asked and what helped; shows nothing that anybody typed."""
    _exists_or_stop("endpoints", endpoints)
    from assistant import lean_imports

    lean_imports.install()
    from assistant import report as conversations

    for title, (names, *rows) in conversations.tables(
        ROOT / endpoints, time.time() - days * 24 * 60 * 60
    ).items():
        table = Table(*names, title=title)
        for row in rows:
            table.add_row(*row)
        Console().print(table)


def _exists_or_stop(option: str, file: str) -> None:
    if not (ROOT / file).is_file():
        _stop(f"There is no file {file}. Name one that exists with --{option}.")


def _free_port_or_stop(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            _stop(
                f"Cannot use port {port} on {host} ({error.strerror}). "
                f"Try another: make serve PORT={port + 1}"
            )
