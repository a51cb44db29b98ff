package org.practiceplaybook.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Nfc;

/**
 * Follows links as the repository's host would: relative to the file, to other files, to folders, to headings. What the
 * site has instead of a file (a vocabulary, the glossary) is linked by the file's name.
 */
final class LinkResolver {
    private static final Pattern HTML_END = Pattern.compile("\\.html?$");

    /** The paths of an edition are the same in each. */
    private static final Addresses ADDRESSES = Addresses.FIRST;

    private final Map<String, Entry> renamed = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    /** What entries are translations of, by their path. */
    private final Map<String, Entry> originals = new HashMap<>();

    private final Map<String, ContentAsset> assets = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    /** Folders of entries that have a list by now. */
    private final Set<String> listed;

    private final Map<String, Page> indexes = new HashMap<>();
    private final Map<Taxonomy, Set<String>> terms;
    private final Set<String> glossary;
    private final Set<String> originalGlossary;
    private final Predicate<Entry> hidden;
    private Neighbours neighbours;

    /**
     * A resolver for a playbook.
     *
     * @param original the same in its own language: links lead there, and what they lead to is translated
     * @param formerly practices by the short names that they had before
     * @param hidden entries that readers do not see
     */
    LinkResolver(
            Content content,
            Content original,
            Map<String, Practice> formerly,
            PageFolder pages,
            Predicate<Entry> hidden) {
        this.hidden = hidden;
        List<Entry> translated = content.entries().toList();
        List<Entry> written = original.entries().toList();
        for (int i = 0; i < translated.size(); i++) {
            if (translated.get(i) != written.get(i)) {
                originals.put(translated.get(i).file().path(), written.get(i));
            }
        }
        for (List<? extends Entry> kind :
                List.of(content.practices(), content.attempts(), content.pathways(), content.pages())) {
            for (Entry entry : kind) {
                put(entries, entry.file().path(), entry);
                LanguageTag.ofFile(entry.file().path(), content.settings().languages(), Set.of())
                        .ifPresent(translation -> put(entries, translation.original(), entry));
            }
        }
        formerly.forEach((slug, practice) -> renamed.put("practices/" + slug + ".md", practice));
        content.assets().forEach(asset -> put(assets, asset.path(), asset));
        folders.put("practices", ADDRESSES.practices());
        folders.put("attempts", ADDRESSES.log());
        folders.put("pathways", ADDRESSES.pathways());
        folders.put("", ADDRESSES.home());
        listed = Lists.ofEntries(
                anyoneSees(content.practices()), anyoneSees(content.attempts()), anyoneSees(content.pathways()));
        addFolders(pages);
        terms = content.terms().stream()
                .collect(Collectors.groupingBy(
                        Term::taxonomy, Collectors.mapping(Term::slug, Collectors.toUnmodifiableSet())));
        glossary = anchors(content);
        originalGlossary = content == original ? glossary : anchors(original);
    }

    private static Set<String> anchors(Content content) {
        return content.glossary().stream()
                .map(GlossaryEntry::term)
                .map(term -> Addresses.anchor(term.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean anyoneSees(List<? extends Entry> kind) {
        return kind.stream().anyMatch(Predicate.not(hidden));
    }

    private <T> void put(Map<String, T> map, String path, T value) {
        map.put(Nfc.of(path), value);
    }

    private void addFolders(PageFolder folder) {
        String path = folder.path().isEmpty() ? "pages" : "pages/" + folder.path();
        folders.put(path, ADDRESSES.folder(folder.path()));
        folder.index().ifPresent(index -> indexes.put(path, index));
        folder.folders().forEach(this::addFolders);
    }

    LinkEnd resolve(Entry from, Link link) {
        Url url = link.url();
        if (url.kind() == Url.Kind.OUTSIDE) {
            return new LinkEnd.Outside(url.value());
        }
        if (url.kind() == Url.Kind.UNSAFE) {
            return broken(LinkEnd.Reason.UNSAFE, url.value(), "");
        }
        String written = url.value();
        int hash = written.indexOf('#');
        String anchor = hash < 0 ? "" : Url.decoded(written.substring(hash + 1));
        String path = hash < 0 ? written : written.substring(0, hash);
        int query = path.indexOf('?');
        path = Url.decoded(query < 0 ? path : path.substring(0, query));
        if (path.isEmpty()) {
            return link.image() ? broken(LinkEnd.Reason.NO_SUCH_FILE, written, "") : entry(from, anchor, "");
        }
        if (path.startsWith("/")) {
            return fromRoot(from, path, anchor, link);
        }
        String base = from.file().path();
        String folder = base.contains("/") ? base.substring(0, base.lastIndexOf('/')) : "";
        return at(from, folder, path, anchor, link);
    }

    /** The host takes the repository's root; what stands above the content folder there cannot be known here. */
    private LinkEnd fromRoot(Entry from, String path, String anchor, Link link) {
        LinkEnd first = null;
        String rest = path.substring(1);
        List<String> candidates = new ArrayList<>(List.of(rest, rest.substring(rest.indexOf('/') + 1)));
        // a handbook's own root is the folder in which it lies
        String base = from.file().path();
        if (from instanceof Page) {
            for (int slash = base.indexOf('/'); slash >= 0; slash = base.indexOf('/', slash + 1)) {
                candidates.add(base.substring(0, slash + 1) + rest);
            }
        } else {
            candidates.add("pages/" + rest);
        }
        for (String candidate : candidates) {
            LinkEnd end = at(from, "", candidate, anchor, link);
            if (!(end instanceof LinkEnd.Broken)) {
                return end;
            }
            first = first == null ? end : first;
        }
        return first;
    }

    private LinkEnd at(Entry from, String folder, String path, String anchor, Link link) {
        Optional<String> normal = normalise(folder, path);
        if (normal.isEmpty()) {
            return broken(LinkEnd.Reason.OUTSIDE_CONTENT, path, "");
        }
        String target = normal.get();
        Entry entry = entries.get(target);
        if (entry != null && !link.image()) {
            return entry(entry, anchor, path);
        }
        ContentAsset asset = assets.get(target);
        if (asset != null) {
            return asset.danger().isEmpty()
                    ? new LinkEnd.File(asset)
                    : broken(LinkEnd.Reason.NOT_PUBLISHED, asset.danger().get(), "");
        }
        if (!link.image()) {
            String list = folders.get(target);
            if (list != null) {
                return folder(target, list, anchor);
            }
            Optional<LinkEnd> data = data(target, anchor, path);
            if (data.isPresent()) {
                return data.get();
            }
        }
        Entry now = link.image() ? null : renamed.get(target);
        if (now != null) {
            return entry(
                    now,
                    anchor,
                    Addresses.relative(from.file().path(), now.file().path()));
        }
        return broken(LinkEnd.Reason.NO_SUCH_FILE, path, meant(from, target, link.image()));
    }

    private LinkEnd entry(Entry entry, String anchor, String path) {
        if (hidden.test(entry)) {
            return broken(LinkEnd.Reason.DRAFT, path, "");
        }
        String address = ADDRESSES.of(entry);
        if (anchor.isEmpty()) {
            return new LinkEnd.Inside(address, "");
        }
        if (entry.body().title().filter(title -> title.id().equals(anchor)).isPresent()) {
            return new LinkEnd.Inside(address, "");
        }
        Set<String> anchors = entry.body().anchors();
        if (anchors.contains(anchor)) {
            return new LinkEnd.Inside(address, anchor);
        }
        String small = anchor.toLowerCase(Locale.ROOT);
        if (anchors.contains(small)) {
            return new LinkEnd.Inside(address, small);
        }
        Optional<String> translated = translated(entry, small);
        if (translated.isPresent()) {
            return new LinkEnd.Inside(address, translated.get());
        }
        String meant = Closest.to(small, anchors).map(near -> path + "#" + near).orElse("");
        return new LinkEnd.Broken(
                LinkEnd.Reason.NO_SUCH_HEADING, anchor, meant, entry.file().path());
    }

    /** The place of a translation at which the original has an anchor; the whole text where there is no such place. */
    private Optional<String> translated(Entry entry, String anchor) {
        Entry original = originals.get(entry.file().path());
        if (original == null || !original.body().anchors().contains(anchor)) {
            return Optional.empty();
        }
        List<Heading> from = original.body().headings();
        List<Heading> to = entry.body().headings();
        for (int i = 0; i < from.size() && from.size() == to.size(); i++) {
            if (from.get(i).id().equals(anchor)) {
                return Optional.of(to.get(i).id());
            }
        }
        return Optional.of("");
    }

    private LinkEnd folder(String target, String list, String anchor) {
        if (Lists.OF_ENTRIES.contains(target) && !listed.contains(target)) {
            return new LinkEnd.Later();
        }
        // a folder's own page has headings that can be linked to
        Page index = indexes.get(target);
        return index == null ? new LinkEnd.Inside(list, "") : entry(index, anchor, target);
    }

    private Optional<LinkEnd> data(String target, String anchor, String path) {
        if (target.equals("glossary.yml") && !glossary.isEmpty()) {
            boolean known = anchor.isEmpty() || glossary.contains(anchor);
            return Optional.of(
                    known || originalGlossary.contains(anchor)
                            ? new LinkEnd.Inside(ADDRESSES.glossary(), known ? anchor : "")
                            : broken(LinkEnd.Reason.NO_SUCH_TERM, anchor, closest(anchor, glossary, path)));
        }
        for (Taxonomy taxonomy : terms.keySet()) {
            Set<String> known = terms.get(taxonomy);
            if (target.equals(taxonomy.file()) && !known.isEmpty()) {
                if (anchor.isEmpty()) {
                    return Optional.of(new LinkEnd.Inside(ADDRESSES.of(taxonomy), ""));
                }
                return Optional.of(
                        known.contains(anchor)
                                ? new LinkEnd.Inside(ADDRESSES.term(taxonomy, anchor), "")
                                : broken(LinkEnd.Reason.NO_SUCH_TERM, anchor, closest(anchor, known, path)));
            }
        }
        return Optional.empty();
    }

    private static String closest(String anchor, Collection<String> known, String path) {
        return Closest.to(anchor, known).map(near -> path + "#" + near).orElse("");
    }

    /** What a writer probably meant: another case, without its end, by its old name, in another folder, a letter amiss. */
    private String meant(Entry from, String target, boolean image) {
        String path = target.replace('\\', '/');
        for (String candidate :
                List.of(path, path + ".md", HTML_END.matcher(path).replaceAll(".md"))) {
            String known = neighbours().inAnyCase(candidate);
            if (known != null && !(image && entries.containsKey(known))) {
                return Addresses.relative(from.file().path(), known);
            }
        }
        String renamed = image ? null : renamed(path);
        if (renamed != null) {
            return Addresses.relative(from.file().path(), renamed);
        }
        return neighbours()
                .nearest(path, image)
                .map(known -> Addresses.relative(from.file().path(), known))
                .orElse("");
    }

    private Neighbours neighbours() {
        if (neighbours == null) {
            neighbours = new Neighbours(entries.keySet(), assets.keySet());
        }
        return neighbours;
    }

    private String renamed(String path) {
        Entry now = renamed.get(HTML_END.matcher(path).replaceAll(".md"));
        return now == null ? null : now.file().path();
    }

    /** The files of the playbook by folder and name; made when the first link is broken. */
    private static final class Neighbours {
        private final Map<String, String> lowerCase = new HashMap<>();
        private final Map<Boolean, Map<String, List<String>>> byName = new HashMap<>();
        private final Map<Boolean, Map<String, List<String>>> inFolder = new HashMap<>();
        private final Map<String, Closest> closest = new HashMap<>();

        Neighbours(Set<String> entries, Set<String> assets) {
            for (boolean image : new boolean[] {false, true}) {
                Map<String, List<String>> names = new HashMap<>();
                Map<String, List<String>> folders = new HashMap<>();
                for (String path : image ? assets : entries) {
                    int slash = path.lastIndexOf('/') + 1;
                    String name = path.substring(slash);
                    lowerCase.put(path.toLowerCase(Locale.ROOT), path);
                    names.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                            .add(path);
                    folders.computeIfAbsent(path.substring(0, slash), unused -> new ArrayList<>())
                            .add(name);
                }
                byName.put(image, names);
                inFolder.put(image, folders);
            }
        }

        String inAnyCase(String path) {
            return lowerCase.get(path.toLowerCase(Locale.ROOT));
        }

        Optional<String> nearest(String path, boolean image) {
            int slash = path.lastIndexOf('/') + 1;
            String folder = path.substring(0, slash);
            String name = path.substring(slash);
            List<String> sameName = byName.get(image).getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (sameName.size() == 1) {
                return Optional.of(sameName.get(0));
            }
            return closest.computeIfAbsent(
                            image + folder,
                            unused -> Closest.among(inFolder.get(image).getOrDefault(folder, List.of())))
                    .to(name)
                    .map(near -> folder + near);
        }
    }

    private static Optional<String> normalise(String folder, String path) {
        if (path.indexOf('/') < 0 && !path.startsWith(".")) {
            return Optional.of(Nfc.of(folder.isEmpty() ? path : folder + "/" + path)); // a neighbour, as most are
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + path).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(Nfc.of(String.join("/", parts)));
    }

    private static LinkEnd broken(LinkEnd.Reason reason, String detail, String meant) {
        return new LinkEnd.Broken(reason, detail, meant, "");
    }
}
