package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.RuleCode;

/** What word processors and spreadsheets make of lists and tables when their text is copied, and the Markdown for it. */
public final class Pasted {
    /** The blanks and marks of quotations before an item, as a regular expression. */
    private static final String START = "^([ \\t\\u00a0>]*)";

    /** Signs that begin an item wherever they begin a line; private letters are those of the font Symbol. */
    private static final String BULLETS =
            "•‣⁃▪▫◦●○◉■□◆◇▶▷▸►➔➜➢➣➤❖❑❒✓✔·∙⦁\uf06f\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0f0\uf0fc\uf0fe";

    private static final Pattern BULLET = Pattern.compile(START + "([" + BULLETS + "])[ \\t\\u00a0]+(?=\\S)");

    /** Signs that begin words and sentences as well, so that what stands behind them must be a gap. */
    private static final Pattern BULLET_AND_GAP =
            Pattern.compile(START + "([o§–—])(?:[ \\u00a0]*\\t[ \\t\\u00a0]*|[ \\u00a0]{2,})(?=\\S)");

    /** The same, of several lines. */
    private static final Pattern DASH = Pattern.compile(START + "([–—])[ \\u00a0](?=\\S)");

    /** A number that Markdown does not know, or with a gap behind it that it knows only half. */
    private static final Pattern NUMBER = Pattern.compile(
            START + "(?:\\((\\d{1,3})\\)[ \\t\\u00a0]+|(\\d{1,3})[.)](?:\\t|\\u00a0)[ \\t\\u00a0]*)(?=\\S)");

    private static final Pattern LETTER =
            Pattern.compile(START + "\\(?([A-Za-z]|[ivxIVX]{1,4})[.)][ \\t\\u00a0]+(?=\\S)");

    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

    private static final Pattern ITEM = Pattern.compile("^(?:[-*+]|\\d{1,9}[.)])[ \\t]+(?=\\S)");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~)");
    private static final String SIGNS = BULLETS + "–—\t\u00a0()";
    /** A blank more for each level of a list, as Markdown counts it. */
    private static final String INDENT = "  ";

    private Pasted() {}

    /**
     * Lines that are meant as a list or a table.
     *
     * @param start of the first of them
     * @param end of the last of them, without its line end
     * @param rule which they break
     * @param markdown that is meant
     */
    record Run(int start, int end, RuleCode rule, String markdown) {}

    /** A text as it was pasted, with Markdown for the lists and tables in it. */
    public static String markdown(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Run run : runs(text)) {
            String before = text.substring(done, run.start());
            out.append(before);
            if (run.rule() == RuleCode.TABLE_TABS && !before.isBlank() && !before.endsWith("\n\n")) {
                out.append('\n');
            }
            out.append(run.markdown());
            done = run.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    /** The items of a text that is one list and nothing else; none of another text. */
    public static List<String> items(String markdown) {
        List<String> items = new ArrayList<>();
        for (String line : markdown.split("\n")) {
            Matcher item = ITEM.matcher(line);
            if (item.find()) {
                items.add(line.substring(item.end()).strip());
            } else if (!line.isBlank()) {
                return List.of();
            }
        }
        return items;
    }

    /** The lists and tables of a text, from its beginning to its end; those within blocks of code are left out. */
    static List<Run> runs(String text) {
        boolean letters = text.contains("b. ") || text.contains("i. ") || text.contains("B. ") || text.contains("I. ");
        if (!letters && text.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        boolean code = false;
        int start = 0;
        for (int i = 0; i < lines.length; ) {
            code ^= FENCE.matcher(lines[i]).find();
            int count = code ? 0 : list(lines, i);
            List<String> made = count > 0 ? items(lines, i, count) : List.of();
            RuleCode rule = RuleCode.ITEM_SIGN;
            if (count == 0 && !code) {
                count = table(lines, i);
                made = count > 0 ? rows(lines, i, count) : made;
                rule = RuleCode.TABLE_TABS;
            }
            int end = start;
            for (int line = i; line < i + Math.max(1, count); line++) {
                end += lines[line].length() + 1;
            }
            if (count > 0) {
                runs.add(new Run(start, end - 1, rule, String.join("\n", made)));
            }
            start = end;
            i += Math.max(1, count);
        }
        return runs;
    }

    /** How many lines from here on are items of one list. */
    private static int list(String[] lines, int first) {
        int count = 0;
        while (first + count < lines.length && item(lines[first + count]) != null) {
            count++;
        }
        if (count > 0) {
            return count;
        }
        count = same(DASH, lines, first);
        if (count < 2) {
            count = letters(lines, first);
        }
        return count < 2 ? 0 : count;
    }

    private static int same(Pattern pattern, String[] lines, int first) {
        int count = 0;
        while (first + count < lines.length
                && pattern.matcher(lines[first + count]).find()) {
            count++;
        }
        return count;
    }

    /** Lines that begin with a, b, c and so on, or i, ii, iii. */
    private static int letters(String[] lines, int first) {
        int count = 0;
        while (first + count < lines.length) {
            Matcher letter = LETTER.matcher(lines[first + count]);
            if (!letter.find()) {
                break;
            }
            String sign = letter.group(2).toLowerCase(Locale.ROOT);
            boolean next = sign.equals(String.valueOf((char) ('a' + count)));
            if (!next && (count >= ROMAN.size() || !sign.equals(ROMAN.get(count)))) {
                break;
            }
            count++;
        }
        return count;
    }

    private static Matcher item(String line) {
        for (Pattern pattern : List.of(BULLET, BULLET_AND_GAP, NUMBER)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
        return null;
    }

    /** Each sign is a level of its own, the first one the outermost. */
    private static List<String> items(String[] lines, int first, int count) {
        List<String> items = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        String outer = null;
        for (int i = first; i < first + count; i++) {
            Matcher item = item(lines[i]);
            Matcher other = item == null ? DASH.matcher(lines[i]) : item;
            boolean letter = item == null && !other.find();
            if (letter) {
                other = LETTER.matcher(lines[i]);
                other.find();
            }
            String number = letter
                    ? String.valueOf(i - first + 1)
                    : item != null && item.pattern() == NUMBER
                            ? item.group(2) == null ? item.group(3) : item.group(2)
                            : "";
            String sign = number.isEmpty() ? other.group(2) : "1";
            outer = outer == null ? other.group(1).replace('\t', ' ').replace('\u00a0', ' ') : outer;
            int level = levels.indexOf(sign);
            if (level < 0) {
                level = levels.size();
                levels.add(sign);
            } else {
                levels.subList(level + 1, levels.size()).clear();
            }
            // within a quotation each line has its sign
            items.add((other.group(1).contains(">") ? other.group(1) : outer)
                    + indent(levels.subList(0, level))
                    + (number.isEmpty() ? "- " : number + ". ")
                    + lines[i].substring(other.end()).stripTrailing());
        }
        return items;
    }

    private static String indent(List<String> outer) {
        StringBuilder indent = new StringBuilder();
        outer.forEach(sign -> indent.append(INDENT).append(sign.equals("1") ? " " : ""));
        return indent.toString();
    }

    /** How many lines from here on have the same number of cells with a tab between them. */
    private static int table(String[] lines, int first) {
        int cells = cells(lines[first]);
        int count = 0;
        while (cells > 1 && first + count < lines.length && cells(lines[first + count]) == cells) {
            count++;
        }
        return count < 2 ? 0 : count;
    }

    private static int cells(String line) {
        if (line.isBlank() || line.startsWith("\t") || line.startsWith("    ")) {
            return 0;
        }
        return (int) line.chars().filter(c -> c == '\t').count() + 1;
    }

    private static List<String> rows(String[] lines, int first, int count) {
        List<String> rows = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            StringBuilder row = new StringBuilder("|");
            for (String cell : lines[i].split("\t", -1)) {
                row.append(' ').append(cell.strip().replace("|", "\\|")).append(" |");
            }
            rows.add(row.toString());
            if (i == first) {
                rows.add("|" + " --- |".repeat(cells(lines[first])));
            }
        }
        return rows;
    }
}
