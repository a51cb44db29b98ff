package org.practiceplaybook.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** What the forms of a word share, by Lucene's analyser of the playbook's language. For one thread. */
final class Stems implements AutoCloseable {
    /** The prefixes that Lucene's Arabic stemmer takes off, as Unicode escapes so that the order reads from left to right. */
    private static final List<String> ARTICLES = List.of(
            "\u0627\u0644",
            "\u0648\u0627\u0644",
            "\u0628\u0627\u0644",
            "\u0643\u0627\u0644",
            "\u0641\u0627\u0644",
            "\u0644\u0644");

    private static final int SHORTEST_BARE = 2;

    private final Optional<Analyzer> analyzer;

    private Stems(Optional<Analyzer> analyzer) {
        this.analyzer = analyzer;
    }

    /** With Snowball's list of stop words, for Lucene's own has no pronouns: whoever asks for "my role" wants any role. */
    private static Analyzer english() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            return new EnglishAnalyzer(WordlistLoader.getSnowballWordSet(list));
        } catch (IOException e) {
            throw new UncheckedIOException("a list of stop words in the jar cannot be read", e);
        }
    }

    /**
     * Of a language; of one that Lucene does not know, each word is its own stem.
     *
     * @param language a tag such as {@code en} or {@code pt-BR}
     */
    static Stems of(String language) {
        return new Stems(Optional.ofNullable(
                analyzer(Locale.forLanguageTag(language).getLanguage()).get()));
    }

    /** Not a map of them, for which the classes of all would be loaded. */
    private static Supplier<Analyzer> analyzer(String language) {
        return switch (language) {
            case "ar" -> ArabicAnalyzer::new;
            case "bg" -> BulgarianAnalyzer::new;
            case "bn" -> BengaliAnalyzer::new;
            case "ca" -> CatalanAnalyzer::new;
            case "ckb" -> SoraniAnalyzer::new;
            case "cs" -> CzechAnalyzer::new;
            case "da" -> DanishAnalyzer::new;
            case "de" -> GermanAnalyzer::new;
            case "el" -> GreekAnalyzer::new;
            case "en" -> Stems::english;
            case "es" -> SpanishAnalyzer::new;
            case "et" -> EstonianAnalyzer::new;
            case "eu" -> BasqueAnalyzer::new;
            case "fa" -> PersianAnalyzer::new;
            case "fi" -> FinnishAnalyzer::new;
            case "fr" -> FrenchAnalyzer::new;
            case "ga" -> IrishAnalyzer::new;
            case "gl" -> GalicianAnalyzer::new;
            case "hi" -> HindiAnalyzer::new;
            case "hu" -> HungarianAnalyzer::new;
            case "hy" -> ArmenianAnalyzer::new;
            case "id" -> IndonesianAnalyzer::new;
            case "it" -> ItalianAnalyzer::new;
            case "lt" -> LithuanianAnalyzer::new;
            case "lv" -> LatvianAnalyzer::new;
            case "nb", "nn", "no" -> NorwegianAnalyzer::new;
            case "ne" -> NepaliAnalyzer::new;
            case "nl" -> DutchAnalyzer::new;
            case "pt" -> PortugueseAnalyzer::new;
            case "ro" -> RomanianAnalyzer::new;
            case "ru" -> RussianAnalyzer::new;
            case "sr" -> SerbianAnalyzer::new;
            case "sv" -> SwedishAnalyzer::new;
            case "ta" -> TamilAnalyzer::new;
            case "te" -> TeluguAnalyzer::new;
            case "tr" -> TurkishAnalyzer::new;
            default -> () -> null;
        };
    }

    /**
     * The stem of a word as it stands in a text, its accents included.
     *
     * @return empty for a word that nearly every text has
     */
    Optional<String> stem(CharSequence word) {
        if (Tokens.isUnspaced(Character.codePointAt(word, 0)) || isAcronym(word) || analyzer.isEmpty()) {
            return Optional.of(Tokens.key(word.toString()));
        }
        StringBuilder stem = new StringBuilder();
        try (TokenStream stream = analyzer.get().tokenStream("", word.toString())) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stem.append(term);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        String key = Tokens.key(stem.toString());
        return stem.isEmpty() ? Optional.empty() : Optional.of(key.isEmpty() ? Tokens.key(word.toString()) : key);
    }

    /**
     * How else people type a word: in Arabic without the article that is written to it, or with it. A browser has no
     * stemmer to find that out.
     */
    static Optional<String> alsoTyped(String language, String key) {
        if (!Locale.forLanguageTag(language).getLanguage().equals("ar")
                || Character.UnicodeScript.of(key.codePointAt(0)) != Character.UnicodeScript.ARABIC
                || key.length() < SHORTEST_BARE) {
            return Optional.empty();
        }
        return Optional.of(ARTICLES.stream()
                .filter(article -> key.startsWith(article) && key.length() >= article.length() + SHORTEST_BARE)
                .findFirst()
                .map(article -> key.substring(article.length()))
                .orElse(ARTICLES.get(0) + key));
    }

    /** Capitals throughout: AIDS is no more aid than TRIZ has a stem. */
    private static boolean isAcronym(CharSequence word) {
        return word.length() > 1
                && word.codePoints().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
                && Character.isUpperCase(Character.codePointAt(word, 0));
    }

    @Override
    public void close() {
        analyzer.ifPresent(Analyzer::close);
    }
}
