package com.crewyard.recruiting.intake;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads an application form out of a multipart request (RFC 7578). */
public final class FormReader {

    private static final String ANSWER = "answers[";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");

    private FormReader() {}

    /** @param request of Spring's, with its parts resolved */
    public static ApplicationForm read(MultipartHttpServletRequest request, OrganizationId organization, JobId job)
            throws IOException {
        Map<String, List<String>> answers = new HashMap<>();
        Map<String, String> kept = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name, List.of(values));
            } else if (name.startsWith(ApplicationForm.KEPT)) {
                kept.put(name.substring(ApplicationForm.KEPT.length()), values[0]);
            }
        });
        return new ApplicationForm(
                organization,
                job,
                text(request, "name"),
                text(request, "email"),
                text(request, "phone"),
                text(request, "linkedin_url"),
                text(request, "cover_letter"),
                answers,
                files(request),
                kept,
                text(request, ApplicationForm.TRAP),
                source(request));
    }

    private static Map<String, Upload> files(MultipartHttpServletRequest request) throws IOException {
        Map<String, Upload> files = new HashMap<>();
        for (Map.Entry<String, MultipartFile> part : request.getFileMap().entrySet()) {
            boolean expected = part.getKey().equals(ApplicationForm.RESUME)
                    || part.getKey().startsWith(ANSWER);
            if (expected && !part.getValue().isEmpty()) {
                files.put(part.getKey(), Upload.of(part.getValue()));
            }
        }
        return files;
    }

    /** What the link said that brought the candidate here. */
    private static String source(HttpServletRequest request) {
        String source = text(request, "source").strip().toLowerCase(Locale.ROOT);
        return SOURCE.matcher(source).matches() ? source : ApplicationForm.CAREERS;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
