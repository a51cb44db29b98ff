package org.practiceplaybook.browser;

/** Stands in for {@code java.time.DateTimeException}. */
public final class DateTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DateTimeException(String message) {
        super(message);
    }
}
