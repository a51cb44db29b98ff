package org.practiceplaybook.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Do the cells of a table that reach over several columns or rows fit together? */
final class TableGrid {
    /** Wider or taller, and nobody sees the table as a whole. */
    private static final int WIDEST = 100;

    private TableGrid() {}

    /** No cell lies on another one or reaches out of its part of the table, and in each column a cell begins. */
    static boolean isWhole(List<List<List<Element>>> parts) {
        Set<Integer> begun = new HashSet<>();
        int width = 0;
        boolean spans = false;
        for (List<List<Element>> rows : parts) {
            Set<Long> taken = new HashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                int column = 0;
                boolean begins = false;
                for (Element cell : rows.get(row)) {
                    while (taken.contains(key(row, column))) {
                        column++;
                    }
                    int wide = number(cell.attr("colspan"));
                    int tall = number(cell.attr("rowspan"));
                    spans |= wide > 1 || tall > 1;
                    if (wide > WIDEST || tall > WIDEST || row + tall > rows.size()) {
                        return false;
                    }
                    if (wide > 1 || tall > 1) {
                        for (int i = 0; i < tall; i++) {
                            for (int j = 0; j < wide; j++) {
                                if (!taken.add(key(row + i, column + j))) {
                                    return false;
                                }
                            }
                        }
                    }
                    begun.add(column);
                    begins = true;
                    column += wide;
                    width = Math.max(width, column);
                }
                if (!begins) {
                    return false;
                }
            }
        }
        return spans && begun.size() == width;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private static int number(String value) {
        return value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 1;
    }
}
