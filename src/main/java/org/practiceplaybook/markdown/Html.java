package org.practiceplaybook.markdown;

/**
 * HTML that is safe to put into a page as it is: made by this package of text that it escaped and tags that it wrote or
 * allowed, or by a template of the theme.
 */
public final class Html {
    public static final Html EMPTY = new Html("");

    private final String value;

    Html(String value) {
        this.value = value;
    }

    /** Plain text, escaped. */
    public static Html text(String text) {
        return new Html(Escape.text(text));
    }

    /** Markup that was made of such markup: by a template of the theme, which escapes all else, or by the marks of a diff. */
    public static Html rendered(String markup) {
        return new Html(markup);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    public Html plus(Html other) {
        return new Html(value + other.value);
    }

    /** The markup itself. */
    @Override
    public String toString() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && value.equals(html.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
