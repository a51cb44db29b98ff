package org.practiceplaybook.content.value;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Url;

/** Addresses of a playbook and its repository on the web. */
public final class WebPlace {
    private static final Pattern SSH =
            Pattern.compile("(?:ssh://)?(?:[\\w.-]+@)([\\w.-]+)(?::\\d+(?=/))?[:/]([\\w./~-]+?)(?:\\.git)?/?");
    private static final Pattern OTHER_PAGE =
            Pattern.compile("/(?:-/)?(?:tree|blob|edit|src/branch|raw|issues|pulls?|merge_requests|wiki)(?:/.*)?$");
    /** Who and with what password, as the address of a remote may hold it. */
    private static final Pattern CREDENTIALS = Pattern.compile("^(https?://)[^/@]*@");

    /** Names that belong to nobody (RFC 2606, RFC 6761). */
    private static final Pattern NOBODYS =
            Pattern.compile("(?:.*\\.)?(?:example(?:\\.(?:com|net|org|edu))?|invalid|test|localhost)\\.?");

    /** Words of a template in the place of somebody's own account. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:your|my)[-_](?:name|network|org|organi[sz]ation|team|group|company|account|user(?:name)?)|your.*"
                    + "|examples?|owner|user(?:name)?|org|organi[sz]ation|[<{$].*");

    private WebPlace() {}

    /** The home page of a repository: of an address for git, or of one of its other pages, that is made. */
    public static Optional<URI> repository(String written) {
        Matcher ssh = SSH.matcher(written);
        String address = ssh.matches()
                ? "https://" + ssh.group(1) + "/" + ssh.group(2)
                : Url.of(CREDENTIALS.matcher(written).replaceFirst("$1")).value();
        return of(OTHER_PAGE.matcher(withoutSlash(address)).replaceFirst("").replaceFirst("\\.git$", ""));
    }

    /** Is a repository's address written as that of its home page? */
    public static boolean isHome(String written) {
        return repository(written)
                .filter(home -> withoutSlash(Url.of(written).value())
                        .replaceFirst("\\.git/*$", "")
                        .equals(home.toString()))
                .isPresent();
    }

    /** An address of a site, ending in a slash. */
    public static Optional<URI> site(String written) {
        return of(withoutSlash(Url.of(written).value()) + "/");
    }

    private static String withoutSlash(String address) {
        return address.replaceAll("(?<!/)/+$", "");
    }

    /** An address of the web without query and fragment. */
    private static Optional<URI> of(String written) {
        try {
            URI uri = URI.create(written);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Does an address still stand for somebody's own: {@code https://example.org/}, {@code https://github.com/your-network/playbook}? */
    public static boolean isPlaceholder(URI address) {
        String[] path = address.getPath().split("/");
        boolean shared = HostKind.of(address.getHost()).isPresent();
        return isNobodys(address.getHost())
                || shared
                        && path.length > 1
                        && ACCOUNT.matcher(path[1].toLowerCase(Locale.ROOT)).matches();
    }

    /** Does an address of e-mail still stand for somebody's own? */
    public static boolean isPlaceholder(String email) {
        return isNobodys(email.substring(email.indexOf('@') + 1));
    }

    private static boolean isNobodys(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return NOBODYS.matcher(name).matches() || name.startsWith("your-");
    }
}
