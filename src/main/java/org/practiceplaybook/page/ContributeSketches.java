package org.practiceplaybook.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.check.NearDuplicates;
import org.practiceplaybook.theme.Json;

/**
 * By what a form finds the few practices that the text in it may be like, whose whole texts it then compares: the bands of
 * each practice's sketch, as five hexadecimal digits each. Loaded when somebody has written more than a few words.
 */
final class ContributeSketches implements Output {
    /** Bits of a band: among a thousand practices hardly one has a band by chance. */
    private static final int BITS = 20;

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        if (!site.isHandbook()) {
            sheets.accept(new Sheet(site.addresses().sketches(), () -> script(site)));
        }
    }

    private static byte[] script(Site site) {
        return ("window.playbookSketches = " + Json.of(sketches(site)) + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Slug and bands of each practice, the oldest first. */
    static List<List<String>> sketches(Site site) {
        List<List<String>> sketches = new ArrayList<>();
        NearDuplicates.bands(site.library()).forEach((slug, bands) -> {
            StringBuilder digits = new StringBuilder();
            for (int band : bands) {
                digits.append(Integer.toHexString(1 << BITS | band >>> Integer.SIZE - BITS), 1, 1 + BITS / 4);
            }
            sketches.add(List.of(slug, digits.toString()));
        });
        return sketches;
    }
}
