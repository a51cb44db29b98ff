package org.practiceplaybook.markdown;

/** Puts a piece of a page together: elements by their names, everything else escaped. */
public final class Markup {
    private final StringBuilder out = new StringBuilder();

    /**
     * Opens an element.
     *
     * @param classes or empty
     */
    public Markup open(String element, String classes) {
        out.append('<').append(element);
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(Escape.text(classes)).append('"');
        }
        out.append('>');
        return this;
    }

    public Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    public Markup text(String text) {
        Escape.text(text, out);
        return this;
    }

    public Markup html(Html html) {
        out.append(html);
        return this;
    }

    /** An element that holds text. */
    public Markup element(String element, String text) {
        return open(element, "").text(text).close(element);
    }

    public Html html() {
        return new Html(out.toString());
    }
}
