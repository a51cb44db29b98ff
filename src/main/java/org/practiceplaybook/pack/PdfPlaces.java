package org.practiceplaybook.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page of a PDF by Skia has which named place. It writes names, pages and their tree as plain text. */
final class PdfPlaces {
    private static final Pattern TREE = Pattern.compile(
            "(?<number>\\d+) 0 obj\\s*<</Type /Pages\\s+/Count \\d+\\s+/Kids \\[(?<kids>[^\\]]*)\\](?<rest>[^>]*)>>");

    private static final Pattern KID = Pattern.compile("(\\d+) 0 R");
    /** But for the places of the outline, which have no name. */
    private static final Pattern PLACE = Pattern.compile("/(?!Dest \\[)([^\\s/\\[\\]<>()]+) \\[(\\d+) 0 R /XYZ ");

    private PdfPlaces() {}

    /** The numbers of pages, from 1, by the name of the place. */
    static Map<String, Integer> of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        Map<String, String> kids = new HashMap<>();
        String root = "";
        for (Matcher node = TREE.matcher(text); node.find(); ) {
            kids.put(node.group("number"), node.group("kids"));
            if (!node.group("rest").contains("/Parent")) {
                root = node.group("number");
            }
        }
        Map<String, Integer> pages = new HashMap<>();
        number(root, kids, pages);
        Map<String, Integer> places = new TreeMap<>();
        for (Matcher place = PLACE.matcher(text); place.find(); ) {
            Integer page = pages.get(place.group(2));
            if (page != null) {
                places.put(name(place.group(1)), page);
            }
        }
        return places;
    }

    private static void number(String node, Map<String, String> kids, Map<String, Integer> pages) {
        String list = kids.get(node);
        if (list == null) {
            pages.put(node, pages.size() + 1);
            return;
        }
        KID.matcher(list).results().forEach(kid -> number(kid.group(1), kids, pages));
    }

    /** A name as PDF writes it, with {@code #2F} for a byte. */
    private static String name(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '#' && i + 2 < written.length()) {
                bytes.write(Integer.parseInt(written.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(written.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
