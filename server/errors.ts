/** A refusal with an HTTP status and a sentence a person can act on; thrown by the verbs, answered by http/errors. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** One sentence per problem, where a body had several. */
    readonly problems?: string[],
  ) {
    super(message);
  }
}

/** 400: the input is wrong. `problems` becomes the answer's list, one sentence each. */
export class Invalid extends Refusal {
  constructor(message: string, problems?: string[]) {
    super(400, message, problems);
  }
}

/** 401: nobody is logged in, or no longer. */
export class Unauthorized extends Refusal {
  constructor(message = 'token missing or invalid') {
    super(401, message);
  }
}

/** 403: visible, but not theirs to change. */
export class Forbidden extends Refusal {
  constructor(message: string) {
    super(403, message);
  }
}

/** 404: there is no such thing, or none that this viewer may know of. */
export class NotFound extends Refusal {
  constructor(what: string) {
    super(404, `${what} not found`);
  }
}

/** 406: not in the form that was asked for. */
export class NotAcceptable extends Refusal {
  constructor(message: string) {
    super(406, message);
  }
}

/** 410: it was there, and is over. */
export class Gone extends Refusal {
  constructor(message: string) {
    super(410, message);
  }
}

/** 409: something else stands in the way. */
export class Conflict extends Refusal {
  constructor(message: string) {
    super(409, message);
  }
}

/** 429: too many attempts. */
export class TooManyAttempts extends Refusal {
  constructor(
    message: string,
    /** Seconds until the next attempt is allowed. */
    readonly retryAfter: number,
  ) {
    super(429, message);
  }
}
