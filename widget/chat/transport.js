// Talks to the server: one session, JSON in and out, a time limit on every request.

const LIMIT_MS = 10_000;
// What is read before the chat appears: people must not wait for it with the emergency line out of sight.
const READ_LIMIT_MS = 2_000;

/** The server answered with an error; `status` 0 means that it could not be reached. */
export class TransportError extends Error {
  constructor(status, { code = "", message = "", retryAfter = 0 } = {}) {
    super(message);
    Object.assign(this, { status, code, retryAfter });
  }
}

export class Transport {
  #server;
  #country;
  #storage;
  #opening;

  constructor({ server, country }, storage) {
    this.#server = server;
    this.#country = country;
    this.#storage = storage;
  }

  get hasSession() {
    return Boolean(this.#storage.read().token);
  }

  settings() {
    const query = this.#country ? `?country=${encodeURIComponent(this.#country)}` : "";
    return this.#request("GET", `chat/settings${query}`);
  }

  /** Send a turn; the server answers the same id only once, however often it is sent. */
  async send({ id, text, title }) {
    await this.#session();
    return this.#request("POST", "chat/messages", { id, text, ...(title && { title }) });
  }

  async history() {
    return (await this.#request("GET", "chat/history")).turns;
  }

  /** Forget the session, so that the next message opens a new one. */
  renew() {
    this.#storage.write({ token: undefined });
  }

  async deleteConversation(token = this.#storage.read().token) {
    if (token) await this.#request("DELETE", "chat/conversation", undefined, token);
  }

  async #session() {
    if (this.hasSession) return;
    this.#opening ??= this.#request(
      "POST",
      "chat/sessions",
      this.#country ? { country: this.#country } : {},
    )
      .then(({ token }) => this.#storage.write({ token }))
      .finally(() => {
        this.#opening = null;
      });
    await this.#opening;
  }

  async #request(method, path, body, token = this.#storage.read().token) {
    let response;
    let answer;
    try {
      response = await fetch(new URL(path, this.#server), {
        method,
        headers: {
          ...(body && { "Content-Type": "application/json" }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body: body && JSON.stringify(body),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(method === "GET" ? READ_LIMIT_MS : LIMIT_MS),
      });
      answer = response.status === 204 ? null : await response.json();
    } catch (error) {
      // An answer that is no JSON comes from something between us and the server.
      throw new TransportError(response && !response.ok ? response.status : 0, {
        message: error.message,
      });
    }
    if (response.ok) return answer;
    const retryAfter = Number(response.headers.get("Retry-After")) || 0;
    throw new TransportError(response.status, { ...answer?.error, retryAfter });
  }
}
