package org.practiceplaybook.markdown;

import java.util.Optional;

/** What a body has to ask when it becomes part of a page: only the whole playbook knows. */
public interface BodyContext {

    /** Where a link of the body leads from this page, or where an image is; empty where nowhere. */
    Optional<Target> target(int link);

    /** Can a browser show the file of this image? What it cannot is linked to. */
    default boolean isShown(int image) {
        return true;
    }

    /** Puts more attributes of an image into the page, each after a blank. */
    default void imageAttributes(int image, StringBuilder out) {
        out.append(" loading=\"lazy\" decoding=\"async\"");
    }

    /** Does a link lead on from this page? Else its words stand for themselves. */
    default boolean isLinked(int link) {
        return true;
    }

    /** What a link shows that has no words of its own. */
    default String withoutWords(Link link) {
        return "";
    }

    /** A word of the interface in the playbook's language. */
    String word(String key);

    /**
     * Puts a run of running text into the page. Text of headings, links and code does not come here.
     *
     * @param html escaped text without tags
     */
    default void prose(CharSequence html, StringBuilder out) {
        out.append(html);
    }

    /**
     * The end of a link.
     *
     * @param href an address for the page, not escaped
     * @param width of an image in pixels, 0 where not known
     * @param height of an image in pixels, 0 where not known
     */
    record Target(String href, int width, int height) {
        public Target(String href) {
            this(href, 0, 0);
        }
    }
}
