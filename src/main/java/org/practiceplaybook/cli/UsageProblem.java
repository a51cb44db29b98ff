package org.practiceplaybook.cli;

/** The command was used wrongly. The message says how to use it. */
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
