#include "cli/stored_jobs.h"

#include "cli/console.h"
#include "cli/mfa_prompt.h"
#include "cli/open_library.h"
#include "cli/seal_options.h"
#include "common/ec2_opener.h"
#include "common/store_opening.h"
#include "common/task_jobs.h"
#include "common/text_rule_file.h"

namespace sealift {

JobExecutor::Factory storedJobFactory(const CommandContext &context)
{
    return jobFactory({.openLibrary = [&context](const LibrarySettings &library,
                                                 const std::stop_token &) { return openTaskLibrary(context, library); },
                       .ec2 = {.open = cliEc2Opener(context.console)},
                       .textRules = ownTextRules,
                       .readPassphrase = passphraseReader(context.console),
                       .openUpload = cliUploadOpener(context.console)});
}

Ec2Opener cliEc2Opener(Console &console)
{
    return ec2Opener(mfaPrompt(console), [&console](const QString &warning) { console.warning(warning); });
}

UploadOpener cliUploadOpener(Console &console)
{
    return uploadOpener({mfaPrompt(console), [&console](const QString &text) { console.warning(text); }});
}

} // namespace sealift
