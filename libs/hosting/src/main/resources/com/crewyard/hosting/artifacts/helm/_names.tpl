{{- /* The name of a part: (list $ "web"). */}}
{{- define "app.name" -}}
{{- printf "%s-%s" (index . 0).Release.Name (index . 1) | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "app.selector" -}}
app.kubernetes.io/name: {{ (index . 0).Chart.Name }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "app.labels" -}}
{{ include "app.selector" . }}
app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ (index . 0).Chart.Name }}-{{ (index . 0).Chart.Version }}
{{- end }}

{{- /* A pod of a service: (list $ "web" $service $command $serves). It holds the restricted Pod Security Standard. */}}
{{- define "app.pod" -}}
{{- $root := index . 0 }}
{{- $name := index . 1 }}
{{- $service := index . 2 }}
{{- $command := index . 3 }}
{{- $serves := index . 4 }}
serviceAccountName: {{ include "app.name" (list $root $name) }}
automountServiceAccountToken: false
terminationGracePeriodSeconds: {{ add $service.drainSeconds 5 }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ $root.Values.user }}
  runAsGroup: {{ $root.Values.user }}
  fsGroup: {{ $root.Values.user }}
  seccompProfile:
    type: RuntimeDefault
{{- with $root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
containers:
  - name: {{ $name }}
    image: {{ $service.image | quote }}
    imagePullPolicy: IfNotPresent
    {{- with $command }}
    args:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    env:
      {{- range $key, $value := $service.env }}
      - name: {{ $key }}
        value: {{ $value | quote }}
      {{- end }}
      {{- range $service.secrets }}
      - name: {{ . }}
        valueFrom:
          secretKeyRef:
            name: {{ $root.Values.secretName }}
            key: {{ . }}
      {{- end }}
    resources:
      requests:
        cpu: {{ $service.cpu }}
        memory: {{ $service.memory }}
      limits:
        cpu: {{ $service.cpu }}
        memory: {{ $service.memory }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities:
        drop: [ALL]
    volumeMounts:
      - name: tmp
        mountPath: /tmp
    {{- if and $serves $service.port }}
    ports:
      - name: http
        containerPort: {{ $service.port }}
        protocol: TCP
    {{- with $service.health }}
    startupProbe:
      httpGet: {path: {{ .path | quote }}, port: http}
      periodSeconds: {{ .intervalSeconds }}
      timeoutSeconds: {{ .timeoutSeconds }}
      failureThreshold: {{ div (add .graceSeconds .intervalSeconds -1) .intervalSeconds | max 1 }}
    readinessProbe:
      httpGet: {path: {{ .path | quote }}, port: http}
      periodSeconds: {{ .intervalSeconds }}
      timeoutSeconds: {{ .timeoutSeconds }}
      failureThreshold: 3
    livenessProbe:
      httpGet: {path: {{ .path | quote }}, port: http}
      periodSeconds: {{ .intervalSeconds }}
      timeoutSeconds: {{ .timeoutSeconds }}
      failureThreshold: 6
    {{- end }}
    lifecycle:
      preStop:
        # Endpoints take this long to forget a stopping pod, and it still answers.
        sleep: {seconds: 5}
    {{- end }}
volumes:
  - name: tmp
    emptyDir: {}
{{- end }}
