package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * HTML with marks, cut at the items of the lists that stand directly in it; of a list in a list only the outer ones.
 *
 * @param around what stands before each item, and last what stands after all; HTML with marks, without the lists' own tags
 */
public record Items(List<Item> items, List<String> around) {
    private static final Pattern END = Pattern.compile("^\\s*</li>\\s*(?:</[ou]l>)?");
    private static final Pattern START = Pattern.compile("(?:<[ou]l[^>]*>\\s*)?<li[^>]*>$");

    public Items {
        items = List.copyOf(items);
        around = List.copyOf(around);
    }

    /** Cuts HTML with marks. */
    public static Items of(String html) {
        List<Item> items = new ArrayList<>();
        List<String> around = new ArrayList<>();
        int done = 0;
        int open = html.indexOf(Mark.ITEM);
        while (open >= 0) {
            int close = html.indexOf(Mark.ITEM_CLOSE, open);
            if (close < 0) {
                break;
            }
            around.add(bare(html.substring(done, open)));
            items.add(new Item(html.substring(open + 1, close).strip()));
            done = close + 1;
            open = html.indexOf(Mark.ITEM, close);
        }
        around.add(bare(html.substring(done)));
        return new Items(items, around);
    }

    private static String bare(String between) {
        String begun = END.matcher(between).replaceFirst("");
        return START.matcher(begun).replaceFirst("").strip();
    }
}
