package org.practiceplaybook.page;

import java.util.Locale;
import java.util.Optional;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.library.Addresses;

/**
 * Where the texts are kept, and the addresses of its pages on which they are changed.
 *
 * @param title its name to readers
 * @param repository without a slash at the end
 * @param contentPath where the content folder is in the repository, or empty
 */
public record RepositoryHost(HostKind kind, String title, String repository, String branch, String contentPath) {

    /** The host that the playbook's settings name, or empty. */
    public static Optional<RepositoryHost> of(Edition edition) {
        PlaybookSettings settings = edition.settings();
        return settings.repository().map(repository -> {
            String name = repository.getHost().toLowerCase(Locale.ROOT);
            HostKind kind = settings.host().or(() -> HostKind.of(name)).orElse(HostKind.GITHUB);
            return new RepositoryHost(
                    kind,
                    title(kind, name),
                    repository.toString(),
                    settings.branch(),
                    edition.options().contentPath());
        });
    }

    /** One's own host is called by its address. */
    private static String title(HostKind kind, String name) {
        return switch (name) {
            case "github.com", "gitlab.com" -> kind.title();
            case "codeberg.org" -> "Codeberg";
            default -> name;
        };
    }

    /** The page on which a file of the content folder is changed. */
    public String editAddress(String path) {
        String edit = switch (kind) {
            case GITHUB -> "/edit/";
            case GITLAB -> "/-/edit/";
            case GITEA -> "/_edit/";
        };
        return repository + edit + Addresses.url(branch) + "/" + Addresses.url(inRepository(path));
    }

    /**
     * The page on which a file is added to a folder of the content folder, up to where the file's name is put in. GitHub
     * and Gitea take the folder as part of the name, GitLab as part of the address.
     */
    public String newAddress(String folder) {
        String branchOf = Addresses.url(branch);
        String place = Addresses.url(inRepository(folder));
        return repository
                + switch (kind) {
                    case GITHUB -> "/new/" + branchOf + "?filename=" + place + "/";
                    case GITLAB -> "/-/new/" + branchOf + "/" + place + "?file_name=";
                    case GITEA -> "/_new/" + branchOf + "?filename=" + place + "/";
                };
    }

    /** What is put in behind the name, before the text. */
    public String textParameter() {
        return kind == HostKind.GITLAB ? "&content=" : "&value=";
    }

    /** The page on which an issue is begun, up to where its title is put in. */
    public String issueAddress() {
        return repository
                + switch (kind) {
                    case GITHUB, GITEA -> "/issues/new?title=";
                    case GITLAB -> "/-/issues/new?issue%5Btitle%5D=";
                };
    }

    /** What is put in behind the title, before the text. */
    public String issueTextParameter() {
        return kind == HostKind.GITLAB ? "&issue%5Bdescription%5D=" : "&body=";
    }

    /** The page of the issues that a reader began, as far as an address can ask for them. */
    public String issues() {
        return repository
                + switch (kind) {
                    case GITHUB -> "/issues?q=author%3A%40me";
                    case GITLAB -> "/-/issues";
                    case GITEA -> "/issues";
                };
    }

    /** The page of the changes that a reader proposed, as far as an address can ask for them. */
    public String proposals() {
        return repository
                + switch (kind) {
                    case GITHUB -> "/pulls?q=author%3A%40me";
                    case GITLAB -> "/-/merge_requests";
                    case GITEA -> "/pulls";
                };
    }

    private String inRepository(String path) {
        return contentPath.isEmpty() ? path : contentPath + "/" + path;
    }
}
