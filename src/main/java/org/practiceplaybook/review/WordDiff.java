package org.practiceplaybook.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Html;

/**
 * Two texts as they are rendered, with the words marked that only one of them has. Tags stay as they are, so each text
 * remains a whole.
 *
 * @param before the former text; what is gone stands in {@code <del>}
 * @param after the present text; what is new stands in {@code <ins>}
 * @param removed how many words are gone
 * @param added how many are new
 */
public record WordDiff(Html before, Html after, int removed, int added) {
    /** Above this product of lengths whole lines are compared, and above it again nothing is. */
    private static final long MOST_WORK = 36_000_000;

    private static final Pattern WORDS =
            Pattern.compile("<[^>]*>|&[#\\w]+;|\\s+|[\\p{L}\\p{N}\\p{M}_’'\u00ad-]+|.", Pattern.DOTALL);
    private static final Pattern RUNS = Pattern.compile("<[^>]*>|[^<]+|<", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)");
    /** What is said of an element by its name makes no sense where two texts stand on one page. */
    private static final Pattern NAMES =
            Pattern.compile(" (?:id|for|headers|aria-labelledby|aria-describedby|aria-controls|aria-owns)=\"[^\"]*\"");

    private static final Pattern TO_NAME = Pattern.compile(" href=\"#[^\"]*\"");
    private static final Pattern HEADING = Pattern.compile("^(</?h)([1-6])");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "span", "strong", "sub",
            "sup", "u");
    private static final Set<String> SHOWN = Set.of("img", "input");

    /** Two texts beside each other. */
    public static WordDiff of(Html before, Html after) {
        List<String> old = tokens(WORDS, before);
        List<String> now = tokens(WORDS, after);
        if ((long) old.size() * now.size() > MOST_WORK) {
            old = tokens(RUNS, before);
            now = tokens(RUNS, after);
        }
        BitSet gone = new BitSet();
        BitSet fresh = new BitSet();
        if ((long) old.size() * now.size() > MOST_WORK) {
            gone.set(0, old.size());
            fresh.set(0, now.size());
        } else {
            Patch<String> patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>());
            for (AbstractDelta<String> delta : patch.getDeltas()) {
                mark(gone, delta.getSource().getPosition(), delta.getSource().size());
                mark(fresh, delta.getTarget().getPosition(), delta.getTarget().size());
            }
        }
        return new WordDiff(
                new Marker(old, gone, "del").marked(),
                new Marker(now, fresh, "ins").marked(),
                words(old, gone),
                words(now, fresh));
    }

    /** A text that stands alone on a page of texts: names that others may have, too, are taken out, headings are lower. */
    public static Html quoted(Html text) {
        return new Marker(tokens(RUNS, text), new BitSet(), "ins").marked();
    }

    /** Parts of a text, one after the other. */
    static Html joined(List<String> parts) {
        return Html.rendered(String.join("", parts));
    }

    private static void mark(BitSet set, int from, int size) {
        set.set(from, from + size);
    }

    private static List<String> tokens(Pattern pattern, Html html) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = pattern.matcher(html.toString());
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static int words(List<String> tokens, BitSet marked) {
        int words = 0;
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            String token = tokens.get(i);
            if (!token.startsWith("<") && token.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words += token.split("\\s+").length;
            }
        }
        return words;
    }

    /** Puts one side together again. */
    private static final class Marker {
        private final List<String> tokens;
        private final BitSet changed;
        private final String element;
        private final StringBuilder out = new StringBuilder();
        private final Deque<Boolean> inline = new ArrayDeque<>();
        private int forced;
        private boolean open;

        Marker(List<String> tokens, BitSet changed, String element) {
            this.tokens = tokens;
            this.changed = changed;
            this.element = element;
        }

        Html marked() {
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                if (token.startsWith("<") && token.length() > 1) {
                    tag(token, changed.get(i));
                } else {
                    text(i, token);
                }
            }
            close();
            return Html.rendered(out.toString());
        }

        private void text(int i, String token) {
            boolean marked = changed.get(i) || forced > 0;
            if (token.isBlank()) {
                // between two marked words it belongs to them; at the edge of a block it would be a mark of nothing
                marked = open && isMarkedText(i + 1);
            }
            if (marked && !open) {
                out.append('<').append(element).append('>');
                open = true;
            } else if (!marked) {
                close();
            }
            out.append(token);
        }

        private boolean isMarkedText(int i) {
            return i < tokens.size() && !tokens.get(i).startsWith("<") && (changed.get(i) || forced > 0);
        }

        private void tag(String token, boolean differs) {
            close();
            Matcher matcher = TAG.matcher(token);
            String name = matcher.lookingAt() ? matcher.group(2).toLowerCase(Locale.ROOT) : "";
            String shown = quotedTag(token);
            if (differs && SHOWN.contains(name)) {
                out.append('<').append(element).append('>').append(shown);
                out.append("</").append(element).append('>');
                return;
            }
            if (INLINE.contains(name)) {
                if (matcher.group(1).isEmpty()) {
                    // another link or emphasis for the same words: the words are marked
                    inline.push(differs);
                    forced += differs ? 1 : 0;
                } else if (!inline.isEmpty()) {
                    forced -= inline.pop() ? 1 : 0;
                }
            }
            out.append(shown);
        }

        private static String quotedTag(String token) {
            Matcher heading = HEADING.matcher(token);
            String lower = heading.find()
                    ? heading.replaceFirst(heading.group(1) + Math.min(6, Integer.parseInt(heading.group(2)) + 2))
                    : token;
            return TO_NAME.matcher(NAMES.matcher(lower).replaceAll("")).replaceAll("");
        }

        private void close() {
            if (open) {
                out.append("</").append(element).append('>');
                open = false;
            }
        }
    }
}
