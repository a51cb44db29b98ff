package org.practiceplaybook.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.practiceplaybook.content.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;
import org.practiceplaybook.work.MachineRefused;

/** Every file of a site, none of it made yet: what a build makes at once and a server when it is asked. */
public final class Outline {
    private Outline() {}

    /** The files by path. No path stands twice. */
    public static List<Sheet> of(Site site) {
        List<Sheet> sheets = new ArrayList<>(site.sheets());
        site.theme().assets().files().forEach((path, bytes) -> sheets.add(new Sheet(path, () -> bytes)));
        for (ContentAsset asset : site.library().files()) {
            sheets.add(new Sheet(Addresses.asset(asset.path()), () -> read(asset)));
        }
        sheets.sort(Comparator.comparing(Sheet::path));
        return List.copyOf(sheets);
    }

    private static byte[] read(ContentAsset asset) {
        try {
            return Files.readAllBytes(asset.location());
        } catch (IOException e) {
            throw MachineRefused.because("read " + asset.location(), e);
        }
    }
}
