package org.practiceplaybook.output;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.work.Workers;

/** The pictures of texts in fewer pixels. Which of them there are is known when they are made: they must save bytes. */
final class ScaledPictures {
    private ScaledPictures() {}

    static boolean mayBeIn(Edition edition) {
        return edition.library().files().stream().anyMatch(file -> file.size().isPresent());
    }

    /** The files, by path from the site's root. */
    static Map<String, SiteFile> of(List<Edition> editions, Workers workers) {
        Map<String, ContentAsset> shown = new TreeMap<>();
        for (Edition edition : editions) {
            edition.library()
                    .entries()
                    .flatMap(entry -> shown(edition, entry))
                    .forEach(picture -> shown.put(picture.path(), picture));
        }
        Map<String, SiteFile> files = new TreeMap<>();
        workers.map(List.copyOf(shown.values()), editions.get(0).options().pictures()::of)
                .forEach(scaled -> scaled.forEach(one -> files.put(one.path(), new SiteFile(one.path(), one::bytes))));
        return files;
    }

    private static Stream<ContentAsset> shown(Edition edition, Entry entry) {
        List<LinkEnd> ends = edition.library().linksOf(entry);
        return IntStream.range(0, ends.size())
                .filter(i -> entry.body().links().get(i).image())
                .mapToObj(ends::get)
                .filter(LinkEnd.File.class::isInstance)
                .map(end -> ((LinkEnd.File) end).asset());
    }
}
