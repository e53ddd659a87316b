package com.crewyard.deployment.advisor;

import com.crewyard.deployment.catalog.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Documents that were uploaded, in the state folder under the digest of what they say: the same documents have the same address
 * tomorrow. What was longest not asked for goes when there is too much.
 */
@Service
public class Uploads {

    /** That one analysis reads. */
    public static final int MOST_DOCUMENTS = 20;

    private static final int MOST_KEPT = 200;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final String NUMBER = "%02d-";

    private final Path folder;
    private final Clock clock;

    Uploads(AdvisorSettings settings, Clock clock) {
        this.folder = settings.state().resolve("research");
        this.clock = clock;
    }

    /**
     * Beside those that a key stands for already; a key that stands for none counts for nothing.
     *
     * @return the key that {@link #read} wants
     * @throws RefusedException for none, or too many
     */
    public String add(String former, List<Uploaded> documents) {
        if (documents.isEmpty()) {
            throw RefusedException.input("No document was chosen; choose one or more Markdown files.");
        }
        List<Uploaded> distinct = Stream.concat(read(former).stream().flatMap(List::stream), documents.stream())
                .distinct()
                .toList();
        if (distinct.size() > MOST_DOCUMENTS) {
            throw RefusedException.input("These are %d documents, and one analysis reads up to %d; leave some out."
                    .formatted(distinct.size(), MOST_DOCUMENTS));
        }
        String key = digest(distinct);
        try {
            Path place = folder.resolve(key);
            if (!Files.isDirectory(place)) {
                Files.createDirectories(folder);
                write(distinct, place);
                forgetOldest();
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order they came; empty for a key that is none of ours, or was forgotten. */
    public Optional<List<Uploaded>> read(String key) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        Path place = folder.resolve(key);
        try (Stream<Path> files = Files.list(place)) {
            List<Uploaded> documents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                documents.add(new Uploaded(name.substring(NUMBER.formatted(0).length()), Files.readString(file)));
            }
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            return Optional.of(List.copyOf(documents));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<Uploaded> documents, Path place) throws IOException {
        Path next = Files.createTempDirectory(folder, "next");
        for (int i = 0; i < documents.size(); i++) {
            Uploaded document = documents.get(i);
            Files.writeString(next.resolve(NUMBER.formatted(i) + document.name()), document.text());
        }
        try {
            Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            remove(next);
            if (!Files.isDirectory(place)) { // another request was faster
                throw e;
            }
        }
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> places = Files.list(folder)) {
            List<Path> kept = places.filter(
                            place -> KEY.matcher(place.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Uploads::used).reversed())
                    .toList();
            for (Path place : kept.subList(Math.min(MOST_KEPT, kept.size()), kept.size())) {
                remove(place);
            }
        }
    }

    private static FileTime used(Path place) {
        try {
            return Files.getLastModifiedTime(place);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String digest(List<Uploaded> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Uploaded document : documents) {
                digest.update((document.name() + "\0" + document.text() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
