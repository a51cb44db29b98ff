package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.typographic.TypographicExtension;
import com.vladsch.flexmark.ext.typographic.internal.DoubleQuoteDelimiterProcessor;
import com.vladsch.flexmark.ext.typographic.internal.SingleQuoteDelimiterProcessor;
import com.vladsch.flexmark.ext.typographic.internal.TypographicOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.KeepType;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How flexmark is set up: a parser for each set of features, made when a text first needs it. May be shared between threads. */
public final class Flexmark {
    private final Dialect dialect;
    private final QuotationMarks marks;
    private final Map<Set<Features>, Parser> parsers = new ConcurrentHashMap<>();

    public Flexmark(Dialect dialect, QuotationMarks marks) {
        this.dialect = dialect;
        this.marks = marks;
    }

    public Document parse(String text) {
        Set<Features> features = dialect == Dialect.COMMONMARK ? Set.of() : Features.of(text);
        return parse(text, features);
    }

    Document parse(String text, Set<Features> features) {
        return parsers.computeIfAbsent(features, this::parser).parse(BasedSequence.of(new BudgetedText(text)));
    }

    private Parser parser(Set<Features> features) {
        MutableDataSet options = new MutableDataSet();
        options.setFrom(ParserEmulationProfile.COMMONMARK);
        options.set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                .set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false)
                .set(Parser.HEADING_PARSER, false)
                .set(FootnoteExtension.FOOTNOTES_KEEP, KeepType.FIRST)
                // a word processor's sign for about begins no meaning of a word
                .set(DefinitionExtension.TILDE_MARKER, false);
        if (!features.isEmpty()) {
            options.set(
                            Parser.EXTENSIONS,
                            features.stream().map(Flexmark::extension).toList())
                    .set(TypographicExtension.DOUBLE_QUOTE_OPEN, marks.openDouble())
                    .set(TypographicExtension.DOUBLE_QUOTE_CLOSE, marks.closeDouble())
                    .set(TypographicExtension.SINGLE_QUOTE_OPEN, marks.openSingle())
                    .set(TypographicExtension.SINGLE_QUOTE_CLOSE, marks.closeSingle());
        }
        return Parser.builder(options)
                .customDelimiterProcessor(SpecEmphasis.asterisk())
                .customDelimiterProcessor(SpecEmphasis.underscore())
                .customBlockParserFactory(new SpecHeadings())
                .customBlockParserFactory(new SpecFences())
                .customInlineParserFactory(
                        (data, special, delimiters, processors, links, inline) -> new SpecInlineParser(
                                dialect == Dialect.PLAYBOOK, data, special, delimiters, processors, links, inline))
                // which the builder leaves out where the inline parser is not its own
                .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                .build();
    }

    private static Extension extension(Features feature) {
        return switch (feature) {
            case TABLES -> new Tables();
            case STRIKETHROUGH -> new Strikes();
            case FOOTNOTES -> FootnoteExtension.create();
            case DEFINITIONS -> DefinitionExtension.create();
            case QUOTES -> new Quotes();
        };
    }

    /** The builder takes one extension of a class. */
    private interface Addition extends Parser.ParserExtension {
        @Override
        default void parserOptions(MutableDataHolder options) {
            // nothing to set
        }
    }

    private static final class Tables implements Addition {
        @Override
        public void extend(Parser.Builder builder) {
            builder.customBlockParserFactory(new SpecTables());
        }
    }

    private static final class Strikes implements Addition {
        @Override
        public void extend(Parser.Builder builder) {
            builder.customDelimiterProcessor(new SpecStrikethrough());
        }
    }

    /**
     * Of the typographic extension only the quotation marks: its angle quotes take {@code <<} from code and arrows, and
     * dashes and dots are written by {@link Typography}, which leaves addresses alone.
     */
    private static final class Quotes implements Addition {
        @Override
        public void extend(Parser.Builder builder) {
            TypographicOptions options = new TypographicOptions(builder);
            builder.customDelimiterProcessor(new SingleQuoteDelimiterProcessor(options));
            builder.customDelimiterProcessor(new DoubleQuoteDelimiterProcessor(options));
        }
    }
}
