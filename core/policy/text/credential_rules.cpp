#include "policy/text/text_rule.h"

namespace sealift {

namespace {

struct Form {
    const char *id;
    const char *what;
    const char *pattern;
};

/// The forms are those of their makers' documentation. A group, where there is one, is the secret itself. Bounds are
/// written out: to a regular expression's \b an underscore is part of a word, and in names it stands between words.
constexpr Form kForms[] = {
    {"private-key", "a private key",
     "-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?:[\\s\\S]*?-----END [A-Z0-9 ]*PRIVATE KEY(?: "
     "BLOCK)?-----|[A-Za-z0-9+/=\\s]*)"
     "|PuTTY-User-Key-File-[0-9]:"
     "|(?<![A-Za-z0-9])b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]*=*"
     "|(?<![A-Za-z0-9])AGE-SECRET-KEY-1[0-9A-Z]{58}"},
    {"sealift-recovery-key", "a recovery key of a library",
     "(?<![0-9A-Za-z])(?<![0-9A-Z]{5}-)[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){7}(?![0-9A-Za-z]|-[0-9A-Z]{5})"},
    {"json-web-token", "a JSON web token",
     "(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{10,}"},
    {"aws-access-key", "an access key's id of AWS",
     "(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"},
    {"aws-session-token", "a session token of AWS", "(?<![A-Za-z0-9])(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/=]{40,}"},
    {"github-token", "a token of GitHub",
     "(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9])"},
    {"gitlab-token", "a token of GitLab",
     "(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|cbt|soat|imt|ft|agent|oas|ffct)-[A-Za-z0-9_-]{20,}"},
    {"slack-token", "a token of Slack",
     "(?<![A-Za-z0-9])(?:xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[0-9]-[A-Za-z0-9-]{10,})"
     "|hooks\\.slack\\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]{16,}"},
    {"google-key", "a key or token of Google",
     "(?<![A-Za-z0-9])(?:AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{28})"},
    {"azure-key", "a key or secret of Azure",
     "(?i:AccountKey|SharedAccessKey|SharedAccessSignature)\\s*=\\s*([A-Za-z0-9+/%]{40,}=*)"
     "|(?<![A-Za-z0-9])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9=])"
     "|(?<![A-Za-z0-9~])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}"},
    {"stripe-key", "a key of Stripe",
     "(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{24,})"},
    {"model-api-key", "a key of a language model's service",
     "(?<![A-Za-z0-9])(?:sk-(?:ant|proj|svcacct|admin|or)-[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9]{32,}|hf_[A-Za-z0-9]{34})"},
    {"package-registry-token", "a token of a package registry",
     "(?<![A-Za-z0-9])(?:npm_[A-Za-z0-9]{36}|pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}|dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,}"
     "|rubygems_[0-9a-f]{48}|cio[A-Za-z0-9]{32})(?![A-Za-z0-9])"},
    {"mail-service-key", "a key of a mail or message service",
     "(?<![A-Za-z0-9])(?:SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}|key-[0-9a-f]{32}|SK[0-9a-f]{32}"
     "|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}|xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16})(?![A-Za-z0-9])"},
    {"platform-token", "a token of a cloud or deployment platform",
     "(?<![A-Za-z0-9])(?:hv[sbr]\\.[A-Za-z0-9_-]{24,}|[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,}"
     "|do[opr]_v1_[0-9a-f]{64}|dapi[0-9a-f]{32}|shp(?:at|ca|pa|ss)_[0-9a-f]{32}|sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}"
     "|gl(?:c|sa)_[A-Za-z0-9_=+/"
     "]{32,}|NRAK-[A-Z0-9]{27}|ATATT3[A-Za-z0-9_=-]{60,}|pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{32,}"
     "|lin_api_[A-Za-z0-9]{40}|HRKU-[A-Za-z0-9_-]{36,}|EAACEdEose0cBA[A-Za-z0-9]+|PMAK-[0-9a-f]{24}-[0-9a-f]{34})"
     "(?![A-Za-z0-9])"},
    {"password-hash", "the hash of a password",
     "\\$(?:2[abxy]|5|6|y|gy|7|argon2(?:id|i|d)|scrypt|pbkdf2-sha(?:256|512))\\$[A-Za-z0-9./$,=+_-]{20,}"},
    {"url-password", "a URL with a user's name and password",
     "(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://([^/?#\\s:@]*:[^/?#\\s@]+)@"},
    {"url-signature", "a URL with a signature or a token",
     "[?&](?i:X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|X-Goog-Signature|X-Goog-Credential|AWSAccessKeyId"
     "|Signature|sig|access_token|refresh_token|id_token|client_secret|api_?key|token|password)=([^&\\s#\"']{4,})"},
    {"authorization-header", "an authorization header",
     "(?i:bearer|token)\\s+(?=[A-Za-z0-9._~+/-]*[0-9])([A-Za-z0-9._~+/-]{20,}=*)(?![A-Za-z0-9])"
     "|(?i:basic)\\s+(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[0-9])([A-Za-z0-9+/"
     "]{16,}={0,2})(?![A-Za-z0-9])"},
};

} // namespace

TextRuleList credentialRules()
{
    TextRuleList rules;
    for (const auto &form : kForms) {
        const QRegularExpression pattern(QString::fromLatin1(form.pattern));
        rules.push_back({.id = QString::fromLatin1(form.id),
                         .about = TextClass::Secret,
                         .severity = Severity::Error,
                         .what = QString::fromLatin1(form.what),
                         .standIn = QStringLiteral("secret"),
                         .look = [pattern](const QString &text) { return matchesOf(pattern, text); }});
    }
    return rules;
}

} // namespace sealift
