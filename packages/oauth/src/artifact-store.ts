/** Something of the protocol that is kept for a while: a session, an interaction, a code, a token. */
export interface Artifact {
  /** SHA-256 of the id, which is a secret. */
  readonly id: Uint8Array;
  /** As the protocol's library calls its kind. */
  readonly model: string;
  /** What an access token is looked up by; `null`: it is none. */
  readonly publicId: string | null;
  readonly grantId: string | null;
  /** A session's name for itself, which is no secret. */
  readonly uid: string | null;
  /** JSON, or sealed. Without the id. */
  readonly payload: string;
  /** Milliseconds since 1970; from then on it is as good as gone. */
  readonly expiresAt: number;
}

export interface FoundArtifact {
  readonly payload: string;
  /** When it was used, if it may be used only once. */
  readonly consumedAt: number | null;
}

interface Wanted {
  readonly id: Uint8Array;
  readonly model: string;
}

/** Where the artifacts are kept. Each method is one atomic unit. @throws KeyError `busy` */
export interface ArtifactStore {
  find(wanted: Wanted & { readonly now: number }): Promise<FoundArtifact | null>;
  findByUid(
    wanted: Pick<Artifact, "model"> & { readonly uid: string; readonly now: number },
  ): Promise<FoundArtifact | null>;
  /** Replaces what is there under this id, but never that it was consumed. */
  save(artifact: Artifact): Promise<void>;
  /** `false`: there is one under this id that has not expired. The statement decides, whichever process asks. */
  add(artifact: Artifact, now: number): Promise<boolean>;
  /** `false`: another was first. The statement decides, whichever process asks. */
  consume(wanted: Wanted & { readonly now: number }): Promise<boolean>;
  remove(wanted: Wanted): Promise<void>;
  removeOfGrant(wanted: { readonly model: string; readonly grantId: string }): Promise<void>;
  /** Removes expired ones, `most` at a time. Resolves to how many. */
  sweep(now: number, most: number): Promise<number>;
}
