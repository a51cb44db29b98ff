package org.practiceplaybook.history;

/** What was asked of git cannot be told. The message says why, and what to do about it. */
public final class GitProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GitProblem(String message) {
        super(message);
    }
}
