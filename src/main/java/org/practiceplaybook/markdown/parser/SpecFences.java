package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/** Fences of tildes: the words after one may hold tildes and backticks, which flexmark's own fences refuse. */
final class SpecFences implements CustomBlockParserFactory {
    private static final int SHORTEST = 3;

    private final FencedCodeBlockParser.Factory fences = new FencedCodeBlockParser.Factory();

    @Override
    public Set<Class<?>> getAfterDependents() {
        return fences.getAfterDependents();
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return fences.getBeforeDependents();
    }

    @Override
    public boolean affectsGlobalScope() {
        return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return (state, before) -> start(state);
    }

    private static BlockStart start(ParserState state) {
        int start = state.getNextNonSpaceIndex();
        BasedSequence line = state.getLine();
        int end = start;
        while (end < line.length() && line.charAt(end) == '~') {
            end++;
        }
        if (state.getIndent() >= 4 || end - start < SHORTEST) {
            return BlockStart.none();
        }
        FencedCodeBlockParser parser =
                new FencedCodeBlockParser(state.getProperties(), '~', end - start, state.getIndent(), start);
        ((FencedCodeBlock) parser.getBlock()).setOpeningMarker(line.subSequence(start, end));
        return BlockStart.of(parser).atIndex(end);
    }
}
