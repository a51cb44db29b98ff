package org.practiceplaybook.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Html;

/**
 * Two texts as they are rendered, cut into what is the same in both and what is not, so that the one can be folded and the
 * other be seen at once.
 *
 * @param stretches in the order of the texts
 * @param removed how many words are gone
 * @param added how many are new
 */
record BlockDiff(List<Stretch> stretches, int removed, int added) {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*?(/?)>|[^<]+|<", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("\\s*<h[1-6][\\s>].*", Pattern.DOTALL);
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    BlockDiff {
        stretches = List.copyOf(stretches);
    }

    /**
     * A stretch of both texts.
     *
     * @param before what is gone marked; absent where nothing is, and where both are the same
     * @param after what is new marked; absent where nothing stands there any more
     * @param same how many blocks, such as paragraphs, are the same; 0 of a stretch that differs
     * @param heading is it the heading of what differs below it?
     */
    record Stretch(Optional<Html> before, Optional<Html> after, int same, boolean heading) {}

    static BlockDiff of(Html before, Html after) {
        List<String> old = blocks(before.toString());
        List<String> now = blocks(after.toString());
        List<Stretch> stretches = new ArrayList<>();
        int removed = 0;
        int added = 0;
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            same(now.subList(at, delta.getTarget().getPosition()), true, stretches);
            at = delta.getTarget().last() + 1;
            WordDiff words = WordDiff.of(
                    WordDiff.joined(delta.getSource().getLines()),
                    WordDiff.joined(delta.getTarget().getLines()));
            stretches.add(new Stretch(shown(words.before()), shown(words.after()), 0, false));
            removed += words.removed();
            added += words.added();
        }
        same(now.subList(at, now.size()), false, stretches);
        return new BlockDiff(stretches, removed, added);
    }

    /** Above what differs its heading is seen. */
    private static void same(List<String> blocks, boolean above, List<Stretch> stretches) {
        int heading = blocks.size() - 1;
        while (heading >= 0 && !(above && HEADING.matcher(blocks.get(heading)).matches())) {
            heading--;
        }
        if (heading < 0) {
            fold(blocks, stretches);
            return;
        }
        fold(blocks.subList(0, heading), stretches);
        stretches.add(
                new Stretch(Optional.empty(), Optional.of(quoted(blocks.subList(heading, heading + 1))), 1, true));
        fold(blocks.subList(heading + 1, blocks.size()), stretches);
    }

    private static void fold(List<String> blocks, List<Stretch> stretches) {
        if (!blocks.isEmpty()) {
            stretches.add(new Stretch(Optional.empty(), Optional.of(quoted(blocks)), blocks.size(), false));
        }
    }

    private static Html quoted(List<String> blocks) {
        return WordDiff.quoted(WordDiff.joined(blocks));
    }

    private static Optional<Html> shown(Html text) {
        return text.toString().isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** The outermost elements, each with what stands before it; one block of all where they do not close. */
    private static List<String> blocks(String html) {
        List<String> blocks = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        Matcher token = TAG.matcher(html);
        while (token.find()) {
            if (token.group(2) == null) {
                continue;
            }
            boolean closes = !token.group(1).isEmpty();
            boolean alone =
                    !token.group(3).isEmpty() || VOID.contains(token.group(2).toLowerCase(Locale.ROOT));
            depth += closes ? -1 : alone ? 0 : 1;
            if (depth == 0) {
                blocks.add(html.substring(begin, token.end()));
                begin = token.end();
            }
        }
        if (depth != 0) {
            return List.of(html);
        }
        String rest = html.substring(begin);
        if (!rest.isBlank()) {
            blocks.add(rest);
        }
        return blocks;
    }
}
