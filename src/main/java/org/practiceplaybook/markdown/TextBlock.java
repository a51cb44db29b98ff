package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A line of text in a body's HTML: what a paragraph or an item says, up to the next element that is no part of a line. */
public final class TextBlock {
    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
            "samp", "small", "span", "strong", "sub", "sup", "u", "var");
    private static final Set<String> DEEPER = Set.of("ul", "ol", "dl", "blockquote", "table", "pre", "details");

    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot);");

    private final int item;
    private final int depth;
    private final StringBuilder text = new StringBuilder();
    private final int start;
    private int[] places = new int[32];
    private int bold;
    private int end;

    private TextBlock(int item, int depth, int start) {
        this.item = item;
        this.depth = depth;
        this.start = start;
    }

    /** The lines of HTML with marks. */
    public static List<TextBlock> of(String marked) {
        List<TextBlock> blocks = new ArrayList<>();
        int items = 0;
        int item = -1;
        int depth = 0;
        boolean code = false;
        TextBlock block = new TextBlock(item, depth, 0);
        int i = 0;
        while (i < marked.length()) {
            char c = marked.charAt(i);
            int next = i + 1;
            boolean ends = false;
            if (c == '<') {
                int close = marked.indexOf('>', i);
                next = close < 0 ? marked.length() : close + 1;
                boolean closing = marked.startsWith("</", i);
                String name = name(marked, closing ? i + 2 : i + 1, next);
                ends = !WITHIN_A_LINE.contains(name);
                depth = Math.max(0, depth + (!DEEPER.contains(name) ? 0 : closing ? -1 : 1));
                code = name.equals("code") ? !closing : code;
                if (name.equals("strong")) {
                    block.strong(closing);
                }
            } else if (Mark.isMark(c)) {
                next = Mark.end(marked, i);
                ends = c == Mark.ITEM || c == Mark.ITEM_CLOSE;
                if (ends) {
                    depth = c == Mark.ITEM ? 0 : 1;
                    item = c == Mark.ITEM ? items++ : -1;
                }
            } else if (c == '&'
                    && ENTITY.matcher(marked.substring(i, Math.min(i + 6, marked.length())))
                            .lookingAt()) {
                next = marked.indexOf(';', i) + 1;
                block.add(Escape.plain(marked.substring(i, next)).charAt(0), i);
            } else {
                block.add(code ? '\uFFFC' : c, i);
            }
            if (ends) {
                block.end(i, blocks);
                block = new TextBlock(item, depth, next);
            }
            i = next;
        }
        block.end(i, blocks);
        return blocks;
    }

    private static String name(String marked, int from, int to) {
        int end = from;
        while (end < to && Character.isLetterOrDigit(marked.charAt(end))) {
            end++;
        }
        return marked.substring(from, end);
    }

    private void strong(boolean closing) {
        if (closing && bold < 0) {
            bold = text.length();
        } else if (!closing && text.toString().isBlank()) {
            bold = -1;
        }
    }

    private void add(char c, int place) {
        if (text.length() == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[text.length()] = place;
        text.append(c);
    }

    private void end(int place, List<TextBlock> blocks) {
        end = place;
        bold = Math.max(0, bold);
        if (!text.toString().isBlank()) {
            blocks.add(this);
        }
    }

    /** The item of an outermost list that it stands in, counted from 0; -1 outside of them. */
    public int item() {
        return item;
    }

    /** Does it stand in a list, a quotation or the like within its item? */
    public boolean isNested() {
        return item >= 0 && depth > 0;
    }

    /** Its words; a sign of its own for each of a piece of code. */
    public String text() {
        return text.toString();
    }

    /** Where in the text the bold words end with which it begins; 0 where there are none. */
    public int bold() {
        return bold;
    }

    /** Where it begins in the HTML. */
    public int start() {
        return start;
    }

    /** Where it ends in the HTML. */
    public int end() {
        return end;
    }

    /** Where a sign of the text stands in the HTML. */
    public int place(int index) {
        return places[index];
    }
}
