package com.crewyard.recruiting.agent.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.agent.Agent;
import com.crewyard.recruiting.agent.Chat;
import com.crewyard.recruiting.candidates.api.CandidateBody;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.api.JobBody;
import com.crewyard.recruiting.platform.ProcessRole;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/agent")
@ProcessRole.Only(ProcessRole.API)
class AgentController {

    private final Agent agent;
    private final Chat chat;

    AgentController(Agent agent, Chat chat) {
        this.agent = agent;
        this.chat = chat;
    }

    /** @param mode what the client shows; all modes understand the same */
    record ChatRequest(
            @Nullable String message,
            @Nullable String mode,
            @Nullable Long conversationId) {}

    record ChatReply(String reply, long conversationId) {}

    record PromptRequest(@Nullable String prompt) {}

    record JobFromPrompt(String rawPrompt, JobBody job) {}

    record JobFromFile(String filename, JobBody job, String summary) {}

    record CandidateFromFile(CandidateBody candidate, String summary) {}

    @Requires(Permission.AGENT_USE)
    @PostMapping("/chat")
    ChatReply chat(@RequestBody ChatRequest request, CurrentUser user) {
        Chat.Reply reply = chat.say(
                user,
                request.message() == null ? "" : request.message(),
                Optional.ofNullable(request.conversationId()));
        return new ChatReply(reply.text(), reply.conversation());
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/jobs/from_prompt")
    JobFromPrompt jobFromPrompt(@RequestBody PromptRequest request, CurrentUser user) {
        String prompt = request.prompt() == null ? "" : request.prompt();
        return new JobFromPrompt(prompt, JobBody.of(agent.jobFromPrompt(user, prompt)));
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping(path = "/jobs/from_req", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    JobFromFile jobFromFile(
            @RequestPart("job_req") MultipartFile file, @RequestParam(defaultValue = "") String notes, CurrentUser user)
            throws IOException {
        Agent.JobFromFile made = agent.jobFromFile(user, bytes(file, "job_req"), notes);
        return new JobFromFile(name(file), JobBody.of(made.job()), made.summary());
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping(path = "/candidates/from_resume", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CandidateFromFile candidateFromFile(
            @RequestPart("resume") MultipartFile file, @RequestParam(defaultValue = "") String notes, CurrentUser user)
            throws IOException {
        Agent.CandidateFromFile made = agent.candidateFromFile(user, bytes(file, "resume"), name(file), notes);
        return new CandidateFromFile(CandidateBody.of(made.candidate()), made.summary());
    }

    private static byte[] bytes(MultipartFile file, String field) throws IOException {
        byte[] bytes = file.getBytes();
        if (bytes.length == 0) {
            throw CrewyardException.invalid(field, "The file is empty.");
        }
        return bytes;
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name;
    }
}
