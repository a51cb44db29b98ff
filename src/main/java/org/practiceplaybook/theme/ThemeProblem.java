package org.practiceplaybook.theme;

/** Something in a theme that keeps the site from being built. The message names the file and says what to do. */
public final class ThemeProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ThemeProblem(String message) {
        super(message);
    }
}
