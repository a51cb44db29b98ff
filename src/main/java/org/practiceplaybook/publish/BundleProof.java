package org.practiceplaybook.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.Workers;

/**
 * What is carried away must work where nobody can mend it: every address leads to something inside, no name stands twice on a
 * page, nothing is asked from outside, and nothing is used that browsers refuse a page on a disk.
 */
public final class BundleProof {
    private static final int MOST_TOLD = 20;
    private static final int LONGEST_NAME = 255;
    /** The longest path that Windows opens has 260 letters; the folder that somebody unpacks into needs some. */
    private static final int LONGEST_PATH = 200;

    /** Names of devices on Windows, whatever ends them. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\\\x00-\\x1f]|[. ]$");
    private static final Pattern REFRESH = Pattern.compile("(?i)^\\s*[\\d.]+\\s*[;,]\\s*url\\s*=\\s*['\"]?([^'\"]*)");

    /** Attributes whose value is an address that is followed or fetched. */
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "action",
            "formaction",
            "poster",
            "data",
            "xlink:href",
            "background",
            "longdesc",
            "manifest");

    /** Relations of a link in the head that say where something is without fetching it. */
    private static final Set<String> SAID =
            Set.of("canonical", "alternate", "license", "author", "help", "me", "search");

    /** What a script can do that a page on a disk may not. First letters stand in front: the judge has a million signs. */
    private static final Pattern REFUSED_SCRIPT =
            Pattern.compile("(?m)(?=[EWXefins])(?:\\b(?:fetch\\s*\\(|XMLHttpRequest\\b"
                    + "|new\\s+(?:Shared)?Worker\\b|importScripts\\b|EventSource\\b|WebSocket\\b|sendBeacon\\b|import\\s*\\()"
                    + "|^(?:import|export)\\s)");

    private static final Pattern CSS_ADDRESS =
            Pattern.compile("@import\\s+[^;]+|url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\\s]*))\\s*\\)");

    private final Map<String, byte[]> files;
    private final Function<String, Optional<SourceFile>> sources;
    private final Set<String> asked = new HashSet<>();

    private BundleProof(Map<String, byte[]> files, Function<String, Optional<SourceFile>> sources) {
        this.files = files;
        this.sources = sources;
    }

    /**
     * Looks at all files of a bundle.
     *
     * @param files bytes by path
     * @param sources the text of a contributor that a page was made of
     * @return the paths of the files that pages and style sheets name
     * @throws ThemeProblem where something would not work; nothing is to be published then
     */
    public static Set<String> of(
            Map<String, byte[]> files, Function<String, Optional<SourceFile>> sources, Workers workers) {
        return new BundleProof(files, sources).run(workers);
    }

    /** A fault, at an offset of a file's text; before its beginning where it is the file's name. */
    private record Fault(String path, int at, String what, String sought) {}

    /** A link to a place in a page. */
    private record Reference(String path, String fragment, int at) {}

    /** What one file says. */
    private static final class Facts {
        private final Set<String> ids = new HashSet<>();
        private final Set<String> asked = new HashSet<>();
        private final Set<Reference> fragments = new LinkedHashSet<>();
        private final List<Fault> faults = new ArrayList<>();
    }

    private Set<String> run(Workers workers) {
        List<String> paths = List.copyOf(files.keySet());
        List<Facts> facts = workers.map(paths, this::look);
        Map<String, Facts> pages = new HashMap<>();
        List<Fault> faults = new ArrayList<>(names(paths));
        for (int i = 0; i < paths.size(); i++) {
            pages.put(paths.get(i), facts.get(i));
            asked.addAll(facts.get(i).asked);
        }
        for (int i = 0; i < paths.size(); i++) {
            faults.addAll(facts.get(i).faults);
            for (Reference link : facts.get(i).fragments) {
                Facts target = pages.get(link.path());
                if (target != null && isPage(link.path()) && !target.ids.contains(link.fragment())) {
                    faults.add(new Fault(
                            paths.get(i),
                            link.at(),
                            "leads to \"#" + link.fragment() + "\", which " + link.path() + " does not have",
                            link.fragment()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw problem(faults);
        }
        return asked;
    }

    private ThemeProblem problem(List<Fault> faults) {
        StringBuilder told = new StringBuilder("what readers take with them would not work, so nothing was published:");
        faults.stream().limit(MOST_TOLD).forEach(fault -> told.append("\n  ").append(line(fault)));
        if (faults.size() > MOST_TOLD) {
            told.append("\n  and ").append(faults.size() - MOST_TOLD).append(" more");
        }
        return new ThemeProblem(told.append("\nMend it there, or in the theme's template that makes the page; "
                        + "without downloads (--downloads none) the site alone is made")
                .toString());
    }

    private String line(Fault fault) {
        StringBuilder line = new StringBuilder(fault.path());
        if (fault.at() >= 0) {
            line.append(':')
                    .append(new SourceFile(fault.path(), text(fault.path()))
                            .position(fault.at())
                            .line());
        }
        line.append(' ').append(fault.what());
        sources.apply(fault.path()).ifPresent(source -> {
            line.append(" (made of ").append(source.path());
            int at = fault.sought().isEmpty() ? -1 : source.text().indexOf(fault.sought());
            if (at >= 0) {
                line.append(':').append(source.position(at).line());
            }
            line.append(')');
        });
        return line.toString();
    }

    private String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static boolean isPage(String path) {
        return path.endsWith(".html") || path.endsWith(".xhtml");
    }

    private Facts look(String path) {
        Facts facts = new Facts();
        if (isPage(path)) {
            page(path, text(path), facts);
        } else if (path.endsWith(".css")) {
            style(path, text(path), 0, facts);
        } else if (path.endsWith(".js") && path.contains("assets/")) {
            // what contributors wrote stands in other scripts, as data
            script(path, text(path), 0, facts);
        }
        return facts;
    }

    private void page(String path, String text, Facts facts) {
        PageScanner page = new PageScanner(text);
        Deque<Set<String>> ids = new ArrayDeque<>(List.of(facts.ids));
        while (page.next()) {
            if (page.kind() == PageScanner.Kind.OPEN) {
                tag(path, page, ids.peek(), facts);
                if (page.name().equals("template")) {
                    ids.push(new HashSet<>()); // what is in it is a document of its own
                }
            } else if (page.kind() == PageScanner.Kind.CLOSE && page.name().equals("template") && ids.size() > 1) {
                ids.pop();
            } else if (page.isWithin("style")) {
                style(path, page.source(), page.start(), facts);
            } else if (page.isWithin("script") && !page.source().stripLeading().startsWith("{")) {
                script(path, page.source(), page.start(), facts);
            }
        }
    }

    private void tag(String path, PageScanner page, Set<String> ids, Facts facts) {
        String element = page.name();
        int at = page.start();
        if (element.equals("base")) {
            facts.faults.add(new Fault(path, at, "has a base element, which turns every address in it round", ""));
        }
        for (PageScanner.Attribute attribute : page.attributes()) {
            String name = attribute.name();
            String value = attribute.value();
            if (name.equals("id")) {
                if (!ids.add(value)) {
                    facts.faults.add(new Fault(path, at, "has the id \"" + value + "\" twice", value));
                }
            } else if (name.equals("integrity") || name.equals("crossorigin")) {
                facts.faults.add(new Fault(
                        path, at, "has the attribute " + name + ", with which browsers load nothing from a disk", ""));
            } else if (name.equals("srcset") || name.equals("imagesrcset")) {
                for (String candidate : value.split(",")) {
                    address(path, at, candidate.strip().split("\\s+")[0], true, facts);
                }
            } else if (ADDRESSES.contains(name)) {
                boolean fetched = !(element.equals("a") || element.equals("area"));
                boolean said = element.equals("link")
                        && Stream.of(page.attribute("rel")
                                        .toLowerCase(Locale.ROOT)
                                        .split("\\s+"))
                                .allMatch(SAID::contains);
                boolean module = element.equals("link") && page.attribute("rel").matches("(?i)modulepreload|manifest");
                if (module) {
                    facts.faults.add(new Fault(
                            path,
                            at,
                            "has a link of the kind " + page.attribute("rel")
                                    + ", which browsers refuse a page on a disk",
                            ""));
                } else if (element.equals("use") && !value.startsWith("#")) {
                    facts.faults.add(new Fault(
                            path,
                            at,
                            "takes a drawing from the file " + value + ", which browsers refuse a page on a disk",
                            ""));
                } else {
                    address(path, at, value, fetched && !said, facts);
                }
            } else if (name.equals("type") && element.equals("script") && value.equalsIgnoreCase("module")) {
                facts.faults.add(new Fault(
                        path, at, "has a script of the type module, which browsers refuse a page on a disk", ""));
            } else if (name.equals("content") && page.attribute("http-equiv").equalsIgnoreCase("refresh")) {
                Matcher refresh = REFRESH.matcher(value);
                if (refresh.find()) {
                    address(path, at, refresh.group(1), true, facts);
                }
            } else if (name.equals("style")) {
                style(path, value, at, facts);
            }
        }
    }

    private void script(String path, String text, int offset, Facts facts) {
        Matcher refused = REFUSED_SCRIPT.matcher(text);
        if (refused.find()) {
            facts.faults.add(new Fault(
                    path,
                    offset + refused.start(),
                    "uses " + refused.group().strip() + ", which browsers refuse a page on a disk",
                    ""));
        }
    }

    private void style(String path, String text, int offset, Facts facts) {
        Matcher address = CSS_ADDRESS.matcher(text);
        while (address.find()) {
            int at = offset + address.start();
            Optional<String> value = Stream.of(address.group(1), address.group(2), address.group(3))
                    .filter(found -> found != null)
                    .findFirst();
            if (value.isEmpty()) {
                facts.faults.add(new Fault(path, at, "loads another style sheet with @import", ""));
            } else if (!value.get().startsWith("#")) {
                address(path, at, value.get(), true, facts);
            }
        }
    }

    /**
     * An address.
     *
     * @param fetched would a browser fetch it by itself?
     */
    private void address(String path, int at, String value, boolean fetched, Facts facts) {
        String address = value.strip();
        if (isOutside(address)) {
            if (address.startsWith("data:") && fetched) {
                return;
            }
            if (fetched || address.startsWith("//") || address.regionMatches(true, 0, "file:", 0, 5)) {
                facts.faults.add(
                        new Fault(path, at, "asks for " + shortened(address) + ", which is not inside", address));
            }
            return;
        }
        if (address.startsWith("/")) {
            facts.faults.add(new Fault(
                    path, at, "leads to " + address + ", which on a disk is counted from the disk's root", address));
            return;
        }
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : Url.decoded(address.substring(hash + 1));
        String file = hash < 0 ? address : address.substring(0, hash);
        int query = file.indexOf('?');
        file = Url.decoded(query < 0 ? file : file.substring(0, query));
        Optional<String> target = file.isEmpty() ? Optional.of(path) : resolved(path, file);
        if (target.isEmpty() || !files.containsKey(target.get())) {
            facts.faults.add(new Fault(path, at, "leads to " + address + ", where there is no file", lastPart(file)));
            return;
        }
        if (fetched || !isPage(target.get())) {
            facts.asked.add(target.get());
        }
        if (!fragment.isEmpty() && !fragment.equals("top")) {
            facts.fragments.add(new Reference(target.get(), fragment, at));
        }
    }

    /** Is it an address of its own, and no way from one file to another? */
    public static boolean isOutside(String address) {
        if (address.startsWith("//")) {
            return true;
        }
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || "0123456789+.-".indexOf(c) < 0)) {
                return false;
            }
        }
        return false;
    }

    private static String lastPart(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.replaceFirst("\\.x?html$", "");
    }

    private static String shortened(String address) {
        return address.length() <= 120 ? address : address.substring(0, 119) + "…";
    }

    /** The path that an address leads to from a page; empty where it leads out of the bundle. */
    public static Optional<String> resolved(String from, String address) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        String rest = address;
        while (true) {
            if (rest.startsWith("./")) {
                rest = rest.substring(2);
            } else if (rest.startsWith("../")) {
                if (folder.isEmpty()) {
                    return Optional.empty();
                }
                rest = rest.substring(3);
                folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            } else {
                break;
            }
        }
        return Optional.of(folder + rest);
    }

    /** Names that some system cannot keep, or not side by side. */
    private static List<Fault> names(List<String> paths) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> folded = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        for (String path : paths) {
            for (int slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
                String part = slash < 0 ? path : path.substring(0, slash);
                if (seen.add(part)) {
                    String other = folded.putIfAbsent(Nfc.of(part).toLowerCase(Locale.ROOT), part);
                    if (other != null) {
                        faults.add(new Fault(
                                path,
                                -1,
                                "is for Windows and macOS the same name as " + other + "; rename one of the two",
                                ""));
                    }
                    unfit(part.substring(part.lastIndexOf('/') + 1))
                            .ifPresent(why -> faults.add(new Fault(path, -1, why + "; rename what it is made of", "")));
                }
                if (slash < 0) {
                    break;
                }
            }
            if (path.length() > LONGEST_PATH) {
                faults.add(new Fault(
                        path,
                        -1,
                        "has a path of " + path.length() + " letters, and Windows unpacks none of more than some "
                                + LONGEST_PATH + "; shorten the name of what it is made of",
                        ""));
            }
        }
        return faults;
    }

    private static Optional<String> unfit(String name) {
        if (DEVICE.matcher(name).matches()) {
            return Optional.of("is called like a device of Windows, which cannot keep it");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("has a sign in its name that Windows and memory sticks cannot keep");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("has a name of more than " + LONGEST_NAME + " bytes, which phones cannot keep");
        }
        return Optional.empty();
    }
}
