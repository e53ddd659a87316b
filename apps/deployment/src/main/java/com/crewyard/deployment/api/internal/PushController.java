package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.pipelines.PushAnswer;
import com.crewyard.deployment.pipelines.PushDelivery;
import com.crewyard.deployment.pipelines.Pushes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where forges send word of pushes. The signature is all that opens it, over a body of bounded length. */
@Anyone
@RestController
class PushController {

    private static final int MOST_BYTES = 4 << 20;

    private final Pushes pushes;

    PushController(Pushes pushes) {
        this.pushes = pushes;
    }

    @PostMapping("/hooks/pipelines/{pipeline}")
    ResponseEntity<String> push(@PathVariable String pipeline, HttpServletRequest request) throws IOException {
        byte[] body;
        try (InputStream stream = request.getInputStream()) {
            body = stream.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than %d bytes.".formatted(MOST_BYTES));
        }
        return switch (pushes.receive(pipeline, delivery(request, body))) {
            case PushAnswer.Begun(String sentence) -> answer(HttpStatus.ACCEPTED, sentence);
            case PushAnswer.Ignored(String sentence) -> answer(HttpStatus.OK, sentence);
            case PushAnswer.Refused(String sentence) -> answer(HttpStatus.UNAUTHORIZED, sentence);
        };
    }

    private static PushDelivery delivery(HttpServletRequest request, byte[] body) {
        return new PushDelivery(
                body,
                header(request, "X-GitHub-Event").or(() -> header(request, "X-Gitlab-Event")),
                header(request, "X-GitHub-Delivery").or(() -> header(request, "X-Gitlab-Event-UUID")),
                header(request, "X-Hub-Signature-256"),
                header(request, "X-Gitlab-Token"));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    private static ResponseEntity<String> answer(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(sentence + "\n");
    }
}
