package com.crewyard.recruiting.careers.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.careers.internal.SocialCard;
import com.crewyard.recruiting.careers.internal.SocialCards;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.platform.ProcessRole;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** The pictures that other sites show beside a link to a careers page. */
@Anyone
@Controller
@RequestMapping("/careers/{slug}")
@ProcessRole.Only(ProcessRole.WEB)
class CardController {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Careers careers;
    private final Jobs jobs;
    private final SocialCards cards;

    CardController(Careers careers, Jobs jobs, SocialCards cards) {
        this.careers = careers;
        this.jobs = jobs;
        this.cards = cards;
    }

    @GetMapping("/card.png")
    ResponseEntity<byte[]> site(@PathVariable String slug, WebRequest request) {
        return careers.in(slug, organization -> answer(Cards.of(organization), request));
    }

    @GetMapping("/jobs/{job:\\d{1,15}}/card.png")
    ResponseEntity<byte[]> job(@PathVariable String slug, @PathVariable long job, WebRequest request) {
        return careers.in(slug, organization -> {
            Job found = Optional.of(job)
                    .filter(number -> number > 0)
                    .flatMap(number -> jobs.find(new JobId(number)))
                    .filter(Careers::isVisible)
                    .orElseThrow(() -> CrewyardException.notFound("Job", job));
            return answer(Cards.of(organization, found), request);
        });
    }

    private ResponseEntity<byte[]> answer(SocialCard card, WebRequest request) {
        CacheControl kept = CacheControl.maxAge(KEPT).cachePublic();
        String tag = "\"%s\"".formatted(card.digest());
        return request.checkNotModified(tag)
                ? ResponseEntity.status(304).cacheControl(kept).eTag(tag).build()
                : ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(kept)
                        .eTag(tag)
                        .body(cards.png(card));
    }
}
