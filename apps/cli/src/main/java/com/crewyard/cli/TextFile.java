package com.crewyard.cli;

import com.crewyard.hosting.Finding;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that the user names. */
final class TextFile {

    private TextFile() {}

    /** The text, or nothing and a finding that says why. */
    static Optional<String> read(Path file, List<Finding> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            problems.add(Finding.error(file.toString(), 1, "there is no such file"));
        } catch (MalformedInputException _) {
            problems.add(Finding.error(file.toString(), 1, "the file is not text in UTF-8"));
        } catch (IOException e) {
            problems.add(Finding.error(
                    file.toString(),
                    1,
                    Files.isDirectory(file) ? "this is a directory" : "the file cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
