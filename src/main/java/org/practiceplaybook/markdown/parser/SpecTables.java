package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SegmentedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tables by GitHub's rule: the line above a line of dashes is the head, even of a paragraph or a step; every line after it
 * is a row until a blank line or another block begins; a bar with a backslash before it is text, in code too.
 *
 * <p>flexmark's own tables are whole paragraphs, every row with a bar, and their bars may hide in code.
 */
final class SpecTables implements CustomBlockParserFactory {
    @Override
    public Set<Class<?>> getAfterDependents() {
        return Set.of(ListBlockParser.Factory.class);
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return Set.of();
    }

    @Override
    public boolean affectsGlobalScope() {
        return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return SpecTables::start;
    }

    private static BlockStart start(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= 4 || !matched.getBlockParser().isParagraphParser()) {
            return BlockStart.none();
        }
        BasedSequence dashes = state.getLine().subSequence(state.getNextNonSpaceIndex());
        List<TableCell.Alignment> columns = columns(dashes);
        if (columns.isEmpty()) {
            return BlockStart.none();
        }
        List<BasedSequence> lines = matched.getParagraphLines();
        BasedSequence last = lines.get(lines.size() - 1);
        BasedSequence head =
                last.baseSubSequence(last.getStartOffset(), last.getEndOffset()).trim();
        List<BasedSequence> cells = cells(head);
        if (cells.size() != columns.size()) {
            return BlockStart.none();
        }
        RowsParser rows = new RowsParser(columns, head, cells);
        BlockStart start = lines.size() == 1
                ? BlockStart.of(rows)
                : BlockStart.of(
                        paragraph(
                                lines.subList(0, lines.size() - 1),
                                matched.getParagraphEolLengths().subList(0, lines.size() - 1)),
                        rows);
        return start.atIndex(state.getLine().length()).replaceActiveBlockParser();
    }

    private static ParagraphParser paragraph(List<BasedSequence> lines, List<Integer> indents) {
        ParagraphParser paragraph = new ParagraphParser();
        paragraph.getBlockContent().addAll(lines, indents);
        return paragraph;
    }

    /** How the columns are set, by the line of dashes; none where it is no such line. */
    private static List<TableCell.Alignment> columns(BasedSequence line) {
        char first = line.charAt(0);
        if (first != '|' && first != '-' && first != ':') {
            return List.of();
        }
        List<TableCell.Alignment> columns = new ArrayList<>();
        for (BasedSequence cell : cells(line.trim())) {
            int length = cell.length();
            boolean left = length > 0 && cell.charAt(0) == ':';
            boolean right = length > 1 && cell.charAt(length - 1) == ':';
            int end = right ? length - 1 : length;
            int i = left ? 1 : 0;
            if (i >= end) {
                return List.of();
            }
            while (i < end) {
                if (cell.charAt(i++) != '-') {
                    return List.of();
                }
            }
            columns.add(
                    left && right
                            ? TableCell.Alignment.CENTER
                            : right ? TableCell.Alignment.RIGHT : TableCell.Alignment.LEFT);
        }
        return columns;
    }

    /** What stands between the bars of a line. */
    private static List<BasedSequence> cells(BasedSequence line) {
        List<BasedSequence> cells = new ArrayList<>();
        int start = line.isEmpty() || line.charAt(0) != '|' ? 0 : 1;
        for (int i = start; i <= line.length() && start < line.length(); i++) {
            boolean bar = i == line.length() || line.charAt(i) == '|' && (i == start || line.charAt(i - 1) != '\\');
            if (bar) {
                cells.add(line.subSequence(start, i).trim());
                start = i + 1;
            }
        }
        return cells;
    }

    /** A cell's text without the backslashes before bars. */
    private static BasedSequence withBars(BasedSequence cell) {
        int at = cell.indexOf("\\|");
        if (at < 0) {
            return cell;
        }
        List<BasedSequence> pieces = new ArrayList<>();
        int start = 0;
        while (at >= 0) {
            if (at > start) {
                pieces.add(cell.subSequence(start, at));
            }
            start = at + 1;
            at = cell.indexOf("\\|", start + 1);
        }
        pieces.add(cell.subSequence(start));
        return SegmentedSequence.create(cell, pieces);
    }

    private static final class RowsParser extends AbstractBlockParser {
        private final TableBlock block = new TableBlock();
        private final TableBody body = new TableBody();
        private final List<TableCell.Alignment> columns;
        private final List<TableCell> written = new ArrayList<>();
        private BasedSequence last;

        RowsParser(List<TableCell.Alignment> columns, BasedSequence line, List<BasedSequence> cells) {
            this.columns = columns;
            this.last = line;
            TableHead head = new TableHead(line);
            head.appendChild(row(line, cells, true));
            block.setChars(line);
            block.appendChild(head);
            block.appendChild(body);
        }

        private TableRow row(BasedSequence line, List<BasedSequence> cells, boolean header) {
            TableRow row = new TableRow(line);
            for (int i = 0; i < columns.size(); i++) {
                TableCell cell = new TableCell();
                cell.setHeader(header);
                cell.setAlignment(columns.get(i));
                if (i < cells.size()) {
                    cell.setChars(cells.get(i));
                    cell.setText(cells.get(i));
                    written.add(cell);
                }
                row.appendChild(cell);
            }
            return row;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isInterruptible() {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            BasedSequence line =
                    state.getLine().subSequence(state.getNextNonSpaceIndex()).trim();
            boolean row = !line.isEmpty() && (line.length() > 1 || line.charAt(0) != '|');
            return row ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            BasedSequence chars = line.trim();
            // of the line of dashes only its end is left
            if (!chars.isEmpty()) {
                last = chars;
                body.appendChild(row(chars, cells(chars), false));
            }
        }

        @Override
        public void closeBlock(ParserState state) {
            Node first = body.getFirstChild();
            if (first != null) {
                body.setChars(last.baseSubSequence(first.getStartOffset(), last.getEndOffset()));
            }
            block.setChars(last.baseSubSequence(block.getStartOffset(), last.getEndOffset()));
        }

        @Override
        public void parseInlines(InlineParser inlineParser) {
            for (TableCell cell : written) {
                inlineParser.parse(withBars(cell.getText()), cell);
            }
        }
    }
}
