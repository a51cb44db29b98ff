package org.practiceplaybook.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Map<String, Supplier<Analyzer>> ANALYZERS = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::new),
            Map.entry("bg", BulgarianAnalyzer::new),
            Map.entry("bn", BengaliAnalyzer::new),
            Map.entry("ca", CatalanAnalyzer::new),
            Map.entry("ckb", SoraniAnalyzer::new),
            Map.entry("cs", CzechAnalyzer::new),
            Map.entry("da", DanishAnalyzer::new),
            Map.entry("de", GermanAnalyzer::new),
            Map.entry("el", GreekAnalyzer::new),
            Map.entry("en", Stems::english),
            Map.entry("es", SpanishAnalyzer::new),
            Map.entry("et", EstonianAnalyzer::new),
            Map.entry("eu", BasqueAnalyzer::new),
            Map.entry("fa", PersianAnalyzer::new),
            Map.entry("fi", FinnishAnalyzer::new),
            Map.entry("fr", FrenchAnalyzer::new),
            Map.entry("ga", IrishAnalyzer::new),
            Map.entry("gl", GalicianAnalyzer::new),
            Map.entry("hi", HindiAnalyzer::new),
            Map.entry("hu", HungarianAnalyzer::new),
            Map.entry("hy", ArmenianAnalyzer::new),
            Map.entry("id", IndonesianAnalyzer::new),
            Map.entry("it", ItalianAnalyzer::new),
            Map.entry("lt", LithuanianAnalyzer::new),
            Map.entry("lv", LatvianAnalyzer::new),
            Map.entry("nb", NorwegianAnalyzer::new),
            Map.entry("ne", NepaliAnalyzer::new),
            Map.entry("nl", DutchAnalyzer::new),
            Map.entry("nn", NorwegianAnalyzer::new),
            Map.entry("no", NorwegianAnalyzer::new),
            Map.entry("pt", PortugueseAnalyzer::new),
            Map.entry("ro", RomanianAnalyzer::new),
            Map.entry("ru", RussianAnalyzer::new),
            Map.entry("sr", SerbianAnalyzer::new),
            Map.entry("sv", SwedishAnalyzer::new),
            Map.entry("ta", TamilAnalyzer::new),
            Map.entry("te", TeluguAnalyzer::new),
            Map.entry("tr", TurkishAnalyzer::new));

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
        String primary = Locale.forLanguageTag(language).getLanguage();
        return new Stems(Optional.ofNullable(ANALYZERS.get(primary)).map(Supplier::get));
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
