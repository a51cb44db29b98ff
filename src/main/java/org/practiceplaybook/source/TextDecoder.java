package org.practiceplaybook.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes text of the bytes of a file. Never fails. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * Makes text of bytes: UTF-8, or what another program wrote, which is told. A byte order mark is left out.
     *
     * @param found takes what is wrong
     */
    public static SourceFile decode(String path, byte[] bytes, List<Diagnostic> found) {
        Optional<Charset> wide = wideCharset(bytes);
        String text = new String(bytes, wide.orElse(StandardCharsets.UTF_8));
        if (wide.isPresent()) {
            found.add(Diagnostic.of(
                            RuleCode.UTF_16,
                            SourceFile.unread(path).whole(),
                            "this file is in UTF-16, two bytes for each letter")
                    .effect("the text as it is meant, but other programs show blanks or nothing")
                    .remedy("save it again in the editor, with the encoding UTF-8"));
        } else if (text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes)) {
            // most likely the one-byte code of an older Windows program: legible at least
            text = new String(bytes, Charset.forName("windows-1252"));
            int at = 0;
            while (at < bytes.length && bytes[at] >= 0) {
                at++;
            }
            SourceFile source = new SourceFile(path, text);
            found.add(Diagnostic.of(
                            RuleCode.NOT_UTF8,
                            source.at(new Span(at, Math.min(at + 1, text.length()))),
                            "this file is not in UTF-8")
                    .label("the first letter that is not")
                    .effect("wrong letters instead of accents and quotation marks")
                    .remedy("save it again in the editor, with the encoding UTF-8"));
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
            if (wide.isEmpty()) {
                found.add(Diagnostic.of(
                                RuleCode.BYTE_ORDER_MARK,
                                new SourceFile(path, text).whole(),
                                "the file begins with an invisible sign, the byte order mark")
                        .effect("nothing of it, but other programs do not find the first --- line")
                        .remedy("save it as UTF-8 without BOM"));
            }
        }
        return Characters.legible(new SourceFile(path, text), found);
    }

    /** UTF-16 by its first two bytes, or by zeros where plain letters have them. */
    private static Optional<Charset> wideCharset(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (first == 0xFEFF || first == 0xFFFE) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 200);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (even > looked / 4 && odd == 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return odd > looked / 4 && even == 0 ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Are these bytes what a file of the playbook should be made of? */
    public static boolean isPlainUtf8(byte[] bytes) {
        return wideCharset(bytes).isEmpty() && isUtf8(bytes);
    }
}
