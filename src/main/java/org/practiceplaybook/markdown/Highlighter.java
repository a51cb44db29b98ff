package org.practiceplaybook.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** Colours code while the site is built, so that no script has to. Its scanners need no screen. */
final class Highlighter {
    /** Longer code is left plain. */
    private static final int LONGEST = 20_000;

    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("bash", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("sh", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("shell", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("console", SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL),
            Map.entry("bat", SyntaxConstants.SYNTAX_STYLE_WINDOWS_BATCH),
            Map.entry("c", SyntaxConstants.SYNTAX_STYLE_C),
            Map.entry("cpp", SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS),
            Map.entry("c++", SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS),
            Map.entry("cs", SyntaxConstants.SYNTAX_STYLE_CSHARP),
            Map.entry("csharp", SyntaxConstants.SYNTAX_STYLE_CSHARP),
            Map.entry("css", SyntaxConstants.SYNTAX_STYLE_CSS),
            Map.entry("csv", SyntaxConstants.SYNTAX_STYLE_CSV),
            Map.entry("dockerfile", SyntaxConstants.SYNTAX_STYLE_DOCKERFILE),
            Map.entry("go", SyntaxConstants.SYNTAX_STYLE_GO),
            Map.entry("groovy", SyntaxConstants.SYNTAX_STYLE_GROOVY),
            Map.entry("html", SyntaxConstants.SYNTAX_STYLE_HTML),
            Map.entry("ini", SyntaxConstants.SYNTAX_STYLE_INI),
            Map.entry("java", SyntaxConstants.SYNTAX_STYLE_JAVA),
            Map.entry("js", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
            Map.entry("mjs", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
            Map.entry("cjs", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
            Map.entry("jsx", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
            Map.entry("tsx", SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT),
            Map.entry("javascript", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT),
            Map.entry("json", SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS),
            Map.entry("kotlin", SyntaxConstants.SYNTAX_STYLE_KOTLIN),
            Map.entry("latex", SyntaxConstants.SYNTAX_STYLE_LATEX),
            Map.entry("lua", SyntaxConstants.SYNTAX_STYLE_LUA),
            Map.entry("makefile", SyntaxConstants.SYNTAX_STYLE_MAKEFILE),
            Map.entry("md", SyntaxConstants.SYNTAX_STYLE_MARKDOWN),
            Map.entry("markdown", SyntaxConstants.SYNTAX_STYLE_MARKDOWN),
            Map.entry("perl", SyntaxConstants.SYNTAX_STYLE_PERL),
            Map.entry("php", SyntaxConstants.SYNTAX_STYLE_PHP),
            Map.entry("properties", SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE),
            Map.entry("py", SyntaxConstants.SYNTAX_STYLE_PYTHON),
            Map.entry("python", SyntaxConstants.SYNTAX_STYLE_PYTHON),
            Map.entry("rb", SyntaxConstants.SYNTAX_STYLE_RUBY),
            Map.entry("ruby", SyntaxConstants.SYNTAX_STYLE_RUBY),
            Map.entry("rust", SyntaxConstants.SYNTAX_STYLE_RUST),
            Map.entry("scala", SyntaxConstants.SYNTAX_STYLE_SCALA),
            Map.entry("sql", SyntaxConstants.SYNTAX_STYLE_SQL),
            Map.entry("ts", SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT),
            Map.entry("typescript", SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT),
            Map.entry("xml", SyntaxConstants.SYNTAX_STYLE_XML),
            Map.entry("yaml", SyntaxConstants.SYNTAX_STYLE_YAML),
            Map.entry("yml", SyntaxConstants.SYNTAX_STYLE_YAML));

    private Highlighter() {}

    /** Escaped code with {@code <span class="hl-…">} around its tokens, or plain where the language is not known. */
    static String html(String code, String language) {
        return style(language)
                .filter(style -> code.length() <= LONGEST)
                .map(style -> coloured(code, style))
                .orElseGet(() -> Escape.text(code));
    }

    private static Optional<String> style(String language) {
        return Optional.ofNullable(STYLES.get(language.toLowerCase(Locale.ROOT)));
    }

    private static String coloured(String code, String style) {
        TokenMaker maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(style);
        StringBuilder out = new StringBuilder(code.length() * 2);
        int state = TokenTypes.NULL;
        for (String line : code.split("(?<=\n)")) {
            boolean ended = line.endsWith("\n");
            String text = ended ? line.substring(0, line.length() - 1) : line;
            Segment segment = new Segment(text.toCharArray(), 0, text.length());
            int written = 0;
            for (Token token = maker.getTokenList(segment, state, 0);
                    token != null && token.isPaintable();
                    token = token.getNextToken()) {
                write(token, out);
                written += token.length();
            }
            Escape.text(text.substring(written), out);
            state = maker.getLastTokenTypeOnLine(segment, state);
            if (ended) {
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static void write(Token token, StringBuilder out) {
        String name = name(token.getType());
        if (name.isEmpty()) {
            Escape.text(token.getLexeme(), out);
            return;
        }
        out.append("<span class=\"hl-").append(name).append("\">");
        Escape.text(token.getLexeme(), out);
        out.append("</span>");
    }

    private static String name(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> "comment";
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_TAG_NAME -> "keyword";
            case TokenTypes.FUNCTION, TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION -> "name";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA,
                    TokenTypes.REGEX -> "string";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.LITERAL_BOOLEAN -> "number";
            case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_ATTRIBUTE -> "variable";
            default -> "";
        };
    }
}
