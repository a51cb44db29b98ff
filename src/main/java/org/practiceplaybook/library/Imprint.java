package org.practiceplaybook.library;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.source.SourceFile;

/**
 * By what a copy of a playbook is told from a newer one.
 *
 * @param edition as {@code playbook.yml} calls it, or empty
 * @param date the newest date that the content knows
 * @param mark six hexadecimal digits of a checksum of the content
 * @param commit the last one that changed the content, where git knows
 */
public record Imprint(String edition, Optional<LocalDate> date, String mark, Optional<String> commit) {
    private static final int DIGITS = 6;

    static Imprint of(Library library) {
        CRC32C sum = new CRC32C();
        add(sum, library.settings().name());
        add(sum, library.settings().tagline());
        for (SourceFile file : library.texts()) {
            add(sum, file.path());
            add(sum, file.text());
        }
        for (ContentAsset asset : library.files()) {
            add(sum, asset.path());
        }
        return new Imprint(
                library.settings().edition(),
                library.asOf(),
                mark(sum),
                library.history().commit());
    }

    /** The mark of some texts. */
    public static String mark(Iterable<String> texts) {
        CRC32C sum = new CRC32C();
        texts.forEach(text -> add(sum, text));
        return mark(sum);
    }

    private static String mark(CRC32C sum) {
        return HexFormat.of().toHexDigits(sum.getValue(), 8).substring(0, DIGITS);
    }

    private static void add(CRC32C sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
    }

    /** The edition, else the date, else the mark: what names of files tell it by. */
    public String shortest() {
        return edition.isEmpty() ? date.map(LocalDate::toString).orElse(mark) : edition;
    }
}
