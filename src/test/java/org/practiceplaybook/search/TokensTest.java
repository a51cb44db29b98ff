package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** A text and its words. */
    record Row(String text, String words) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/search/tokens.txt"))) {
            if (!line.startsWith("# ")) {
                int arrow = line.lastIndexOf(" =>");
                rows.add(new Row(
                        unescaped(line.substring(0, arrow)),
                        unescaped(line.substring(arrow + 3)).strip()));
            }
        }
        return rows;
    }

    private static String unescaped(String text) {
        return UNIT.matcher(text)
                .replaceAll(
                        unit -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
    }

    private static String words(String text) {
        return Tokens.of(text).stream()
                .map(token -> token.joint() ? "[" + token.key() + "]" : token.key())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aTextIsCutIntoWords(Row row) {
        assertThat(words(row.text())).isEqualTo(row.words());
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "lt-LT", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                for (Row row : rows()) {
                    assertThat(words(row.text())).as(tag).isEqualTo(row.words());
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyWordStandsWhereItSays() throws IOException {
        for (Row row : rows()) {
            for (Tokens.Token token : Tokens.of(row.text())) {
                String written = row.text().substring(token.start(), token.end());
                if (!token.joint() && Tokens.isWord(token.key().codePointAt(0))) {
                    assertThat(Tokens.key(written)).as(row.text()).isEqualTo(token.key());
                }
            }
        }
    }

    @Test
    void aKeyIsNeverEmptyNorLongNorACapital() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            String text = RandomText.of(random, 60);
            int end = 0;
            for (Tokens.Token token : Tokens.of(text)) {
                assertThat(token.key()).isNotEmpty();
                assertThat(token.key().length()).isLessThanOrEqualTo(Tokens.LONGEST);
                assertThat(token.key()).doesNotMatch("(?s).*[A-Z\\n].*");
                assertThat(token.start()).isLessThan(token.end());
                // a literal comes after all of the chain that it is cut from
                if (!Literals.isLiteral(token.key())) {
                    assertThat(token.end()).isBetween(end, text.length());
                    end = token.joint() ? end : token.start();
                }
            }
        }
    }

    @Test
    void aKeyIsItsOwnKey() {
        Random random = new Random(12);
        for (int i = 0; i < 3000; i++) {
            for (Tokens.Token token : Tokens.of(RandomText.of(random, 40))) {
                if (token.key().length() < Tokens.LONGEST
                        && token.key().codePoints().allMatch(Tokens::isWord)) {
                    assertThat(Tokens.key(token.key())).isEqualTo(token.key());
                }
            }
        }
    }
}
