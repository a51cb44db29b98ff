package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.library.Addresses;

/**
 * Long lists on several pages, none of which a reader has to scroll for long.
 *
 * @param number of this page, from 1
 * @param pages links to all of them; empty where there is only one
 */
public record Paging(int number, List<LinkView> pages) {
    /** The most rows on a page: it is not longer than a dozen screens of a phone. */
    public static final int ROWS = 60;
    /** The most cards. */
    public static final int CARDS = 24;
    /** The most practices with all their questions. */
    public static final int QUESTIONS = 10;
    /** Of a list on one page. */
    public static final Paging NONE = new Paging(1, List.of());

    public Paging {
        pages = List.copyOf(pages);
    }

    /** A stretch of a list and the page that it is on. */
    public record Slice<T>(String path, List<T> items, Paging paging) {}

    /**
     * Cuts a list.
     *
     * @param first path of the first page; the others are called {@code name.2.html}
     * @param size the most entries on a page
     */
    public static <T> List<Slice<T>> slices(String first, List<T> items, int size) {
        int count = Math.max(1, (items.size() + size - 1) / size);
        List<LinkView> pages = new ArrayList<>();
        for (int i = 1; count > 1 && i <= count; i++) {
            pages.add(new LinkView(Addresses.url(path(first, i)), String.valueOf(i)));
        }
        List<Slice<T>> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<T> part = items.subList(i * size, Math.min(items.size(), (i + 1) * size));
            slices.add(new Slice<>(path(first, i + 1), List.copyOf(part), new Paging(i + 1, pages)));
        }
        return slices;
    }

    private static String path(String first, int number) {
        return number == 1 ? first : first.substring(0, first.length() - ".html".length()) + "." + number + ".html";
    }
}
