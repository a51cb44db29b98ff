package org.practiceplaybook.history;

/** Git cannot answer what was asked. The message says what its user can do about it. */
public final class GitProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GitProblem(String message) {
        super(message);
    }
}
