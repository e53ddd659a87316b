package com.crewyard.hosting.imports;

import com.crewyard.hosting.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What an import came to.
 *
 * @param spec the text of {@code app.yaml}; empty when the file cannot be used
 * @param findings what is wrong with the file as errors, what could not be carried over as warnings
 */
public record Imported(Optional<String> spec, List<Finding> findings) {}
