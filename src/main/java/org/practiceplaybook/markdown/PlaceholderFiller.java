package org.practiceplaybook.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts in what the marks of a body stand for. One object for one page: {@link BodyContext} may count first uses. */
public final class PlaceholderFiller {
    /** Text inside these is not running text. */
    private static final Set<String> NOT_PROSE = Set.of(
            "h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "kbd", "samp", "summary", "abbr", "dfn", "dt",
            "sup");

    private final List<Link> links;
    private final BodyContext surroundings;

    public PlaceholderFiller(Body body, BodyContext surroundings) {
        this.links = body.links();
        this.surroundings = surroundings;
    }

    /** HTML for a page, of HTML with marks. */
    public Html fill(String marked) {
        StringBuilder out = new StringBuilder(marked.length() + marked.length() / 4);
        int notProse = 0;
        int openLinks = 0;
        boolean[] linkIsBroken = new boolean[8];
        int i = 0;
        while (i < marked.length()) {
            char c = marked.charAt(i);
            if (c == '<') {
                int end = tagEnd(marked, i);
                notProse += depthChange(marked, i, end);
                tag(marked, i, end, out);
                i = end;
                continue;
            }
            if (!Mark.isMark(c)) {
                int end = runEnd(marked, i);
                if (notProse == 0 && openLinks == 0) {
                    surroundings.prose(marked.subSequence(i, end), out);
                } else {
                    out.append(marked, i, end);
                }
                i = end;
                continue;
            }
            switch (c) {
                case Mark.LINK -> {
                    boolean broken = !openLink(Mark.number(marked, i), out);
                    if (openLinks == linkIsBroken.length) {
                        linkIsBroken = Arrays.copyOf(linkIsBroken, openLinks * 2);
                    }
                    linkIsBroken[openLinks++] = broken;
                    withoutWords(marked, i, out);
                }
                case Mark.LINK_CLOSE -> {
                    if (openLinks > 0) {
                        out.append(linkIsBroken[--openLinks] ? "</span>" : "</a>");
                    }
                }
                case Mark.IMAGE -> image(Mark.number(marked, i), openLinks > 0, out);
                case Mark.WORD -> Escape.text(surroundings.word(Mark.argument(marked, i)), out);
                default -> {
                    // where parts and items begin and end is of no use to a reader
                }
            }
            i = Mark.end(marked, i);
        }
        while (openLinks > 0) {
            out.append(linkIsBroken[--openLinks] ? "</span>" : "</a>");
        }
        return new Html(out.toString());
    }

    /** A tag, with the words put in that stand in its attributes. */
    private void tag(String marked, int start, int end, StringBuilder out) {
        int done = start;
        for (int i = start; i < end; i++) {
            if (marked.charAt(i) == Mark.WORD) {
                out.append(marked, done, i);
                Escape.text(surroundings.word(Mark.argument(marked, i)), out);
                done = Mark.end(marked, i);
                i = done - 1;
            }
        }
        out.append(marked, done, end);
    }

    private boolean openLink(int number, StringBuilder out) {
        if (known(number) && !surroundings.isLinked(number)) {
            out.append("<span>");
            return false;
        }
        Optional<BodyContext.Target> target = known(number) ? surroundings.target(number) : Optional.empty();
        if (target.isEmpty()) {
            out.append("<span class=\"broken\" title=\"");
            Escape.text(surroundings.word("brokenLink"), out);
            out.append("\">");
            return false;
        }
        Link link = links.get(number);
        out.append("<a href=\"");
        Escape.text(Escape.url(target.get().href()), out);
        out.append('"');
        if (!link.title().isEmpty()) {
            out.append(" title=\"");
            Escape.text(link.title(), out);
            out.append('"');
        }
        out.append('>');
        return true;
    }

    private void withoutWords(String marked, int at, StringBuilder out) {
        int next = Mark.end(marked, at);
        while (next < marked.length() && marked.charAt(next) == ' ') {
            next++;
        }
        int number = Mark.number(marked, at);
        if (next < marked.length() && marked.charAt(next) == Mark.LINK_CLOSE && known(number)) {
            Escape.text(surroundings.withoutWords(links.get(number)), out);
        }
    }

    private void image(int number, boolean inLink, StringBuilder out) {
        if (!known(number)) {
            return;
        }
        Link image = links.get(number);
        if (image.url().kind() == Url.Kind.OUTSIDE || !surroundings.isShown(number)) {
            linked(number, image, inLink, out);
            return;
        }
        Optional<BodyContext.Target> target = surroundings.target(number);
        if (target.isEmpty()) {
            out.append("<span class=\"broken\" title=\"");
            Escape.text(surroundings.word("brokenImage"), out);
            out.append("\">");
            Escape.text(image.text().isEmpty() ? image.url().value() : image.text(), out);
            out.append("</span>");
            return;
        }
        out.append("<img src=\"");
        Escape.text(Escape.url(target.get().href()), out);
        out.append("\" alt=\"");
        Escape.text(image.text(), out);
        out.append('"');
        size(image.attributes(), target.get(), out);
        String cssClass = image.attributes().get("class");
        if (cssClass != null) {
            out.append(" class=\"");
            Escape.text(cssClass, out);
            out.append('"');
        }
        if (!image.title().isEmpty()) {
            out.append(" title=\"");
            Escape.text(image.title(), out);
            out.append('"');
        }
        surroundings.imageAttributes(number, out);
        out.append('>');
    }

    /** A page asks for nothing outside the site, so an image from elsewhere is only linked to; so is what is no image. */
    private void linked(int number, Link image, boolean inLink, StringBuilder out) {
        String text = image.text().isEmpty() ? image.url().value() : image.text();
        if (inLink) {
            Escape.text(text, out);
        } else {
            openLink(number, out);
            Escape.text(text, out);
            out.append("</a>");
        }
    }

    /** Both sides, so that the page does not jump when the image arrives: the writer's, and the other in proportion. */
    private static void size(Map<String, String> attributes, BodyContext.Target target, StringBuilder out) {
        long width = number(attributes.get("width"));
        long height = number(attributes.get("height"));
        boolean known = target.width() > 0 && target.height() > 0;
        if (known && width == 0 && height == 0) {
            width = target.width();
            height = target.height();
        } else if (known && height == 0) {
            height = Math.max(1, Math.round((double) width * target.height() / target.width()));
        } else if (known && width == 0) {
            width = Math.max(1, Math.round((double) height * target.width() / target.height()));
        }
        if (width > 0) {
            out.append(" width=\"").append(width).append('"');
        }
        if (height > 0) {
            out.append(" height=\"").append(height).append('"');
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private boolean known(int number) {
        return number >= 0 && number < links.size();
    }

    private static int tagEnd(String html, int start) {
        int end = html.indexOf('>', start);
        return end < 0 ? html.length() : end + 1;
    }

    private static int runEnd(String html, int start) {
        int i = start;
        while (i < html.length() && html.charAt(i) != '<' && !Mark.isMark(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int depthChange(String html, int start, int end) {
        boolean closing = start + 1 < end && html.charAt(start + 1) == '/';
        int nameStart = closing ? start + 2 : start + 1;
        int nameEnd = nameStart;
        while (nameEnd < end && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd - nameStart > 7 || !NOT_PROSE.contains(html.substring(nameStart, nameEnd))) {
            return 0;
        }
        return closing ? -1 : 1;
    }
}
