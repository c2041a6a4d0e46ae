<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation>状态：%1（%2）</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>已加入队列</translation>
    </message>
    <message>
        <source>Library opened</source>
        <translation>已打开映像库</translation>
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation>已检查映像和目标</translation>
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation>已创建临时卷</translation>
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation>映像已存入映像库</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>磁盘已写入</translation>
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation>临时空间已销毁：%1 个步骤完成</translation>
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation>临时空间已销毁：%2 个步骤中有 %1 个失败</translation>
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation>已复查：%1 项检查均未发现残留</translation>
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation>已复查：%2 项检查中有 %1 项发现残留</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation>有任务正在进行</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>有 %n 个任务正在进行。</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation>关闭窗口后任务可继续运行：点击托盘图标即可重新打开窗口。</translation>
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation>暂停后，已送达的数据会保留；恢复运行时将从该处继续。</translation>
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation>在托盘中继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation>暂停并退出(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>不关闭(&amp;S)</translation>
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation>此操作无法撤销。期间其他人不得使用该库。</translation>
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation>无法得知会释放多少空间：%1</translation>
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation>最多释放 %1；其中一部分可能是无法读取的内容所需要的。空间将在下次对该库执行“restic prune”时归还。</translation>
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation>释放 %1，库中没有其他内容使用它。空间将在下次对该库执行“restic prune”时归还。</translation>
    </message>
    <message>
        <source>Delete Images</source>
        <translation>删除映像</translation>
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation>要从映像库中删除“%1”吗？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>要从映像库中删除 %n 个映像吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation>正在计算会释放多少空间...</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>永久删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation>导入 %1 - 在离开这台计算机之前加密</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>导入 %1 及另外 %n 个 - 在离开这台计算机之前加密</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation>将 %1 导入到 %2 - 在离开这台计算机之前加密</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>将 %1 及另外 %n 个导入到 %2 - 在离开这台计算机之前加密</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation>位于另一台计算机（%1）上</translation>
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation>请先下载，然后导入下载的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法访问 %1</translation>
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation>其中没有可导入的内容</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation>将 %1 发送到 Amazon EC2 - 它必须读取映像：传输中 TLS，静态时 KMS</translation>
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>将 %1 及另外 %n 个发送到 Amazon EC2 - 它必须读取映像：传输中 TLS，静态时 KMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation>请在该处释放一些空间，然后按“重试”。</translation>
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation>请检查连接，然后按“重试”。已送达的数据不会重新发送。</translation>
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation>请检查该处的读写权限，然后按“重试”。</translation>
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation>请解锁映像库，然后按“重试”。</translation>
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation>请确保没有程序（例如正在运行的虚拟机）写入此映像，然后按“重试”。</translation>
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation>请检查磁盘或共享是否已连接，然后按“重试”。</translation>
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation>请按“重试”。将首先重新执行清理。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>A value does not fit</source>
        <translation>值不合适</translation>
    </message>
    <message>
        <source>Something is not there</source>
        <translation>找不到所需的内容</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>已存在同名项目</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>访问被拒绝</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>读取或写入失败</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>数据已损坏</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>不支持此操作</translation>
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation>打开此内容不安全，已拒绝</translation>
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation>此次传输存在问题</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation>已锁定或正在使用</translation>
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation>读取期间映像发生了更改</translation>
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation>超出允许的大小</translation>
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation>缺少所需的程序</translation>
    </message>
    <message>
        <source>A helper program failed</source>
        <translation>辅助程序失败</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>等待响应超时</translation>
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation>无法确认清理结果</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Sealift 内部错误</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation>Hyper-V，第 2 代 (UEFI)</translation>
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation>Hyper-V，第 1 代 (BIOS)</translation>
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation>上传到数据存储，然后运行：vmkfstools -i disk.vmdk -d thin new.vmdk</translation>
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation>请先转换为可增长格式：vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</translation>
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation>大于 2040 GiB 的磁盘需要 VHDX，第 1 代也可以使用。</translation>
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation>请以页 Blob 的形式上传，例如使用 azcopy。</translation>
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation>XenServer 和 XCP-ng 也可导入动态 VHD。</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>动态增长</translation>
    </message>
    <message>
        <source>fixed size</source>
        <translation>固定大小</translation>
    </message>
    <message>
        <source>stream-optimized</source>
        <translation>流优化</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>不压缩</translation>
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation>压缩 (zlib)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>压缩 (zstd)</translation>
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation>从列表移除映像库</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>要将“%1”从列表中移除吗？</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation>%1 中的文件保持不变。其密码将从密钥环中删除：请确保您知道该密码。</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation>%1 中的文件保持不变，之后可凭密码从该处重新打开。</translation>
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation>移除但保留文件(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation>使用映像库的密钥加密</translation>
    </message>
    <message>
        <source>TLS on top</source>
        <translation>外加 TLS</translation>
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation>已加密；存储端永远看不到明文或密钥</translation>
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation>否：服务本身必须读取映像</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation>TLS 1.2 或更高版本</translation>
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation>由账户的 KMS 密钥或存储端加密（暂存：SSE-KMS 或 SSE-S3；结果：加密的快照/AMI）</translation>
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation>仅当选择加密导出时</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation>取决于所选方式；明文需要明确确认</translation>
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation>尚未决定</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>%1: %2</source>
        <comment>product, what would go wrong there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>being looked at...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>已拒绝：%1</translation>
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation>新版本：映像库中已有同名映像</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation>正在查看磁盘...</translation>
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation>未能仔细查看：%1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>unlocking</source>
        <translation>正在解锁</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法访问</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个映像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation>恢复密钥尚未确认。</translation>
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation>映像库已创建，可使用密码访问。如果密码丢失而您又没有恢复密钥的副本，映像库中的所有内容都将丢失。</translation>
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation>放弃恢复密钥(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation>返回恢复密钥(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation>临时卷</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>Used at most</source>
        <translation>最大用量</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation>磁盘的 SHA-256</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation>清理，第 %1 次尝试</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>审计条目数</translation>
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation>条目的哈希值</translation>
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation>此任务在临时空间中没有任何残留：已销毁、已复查并已签名。</translation>
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation>无法确认此任务在临时空间中没有任何残留。</translation>
    </message>
    <message>
        <source>Signed by the key</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation>清理凭据</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>#</source>
        <comment>position in the queue</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>临时卷</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation>任务的运行顺序。拖动行可更改顺序。</translation>
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation>要传输的映像。</translation>
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation>导入到映像库，或从映像库导出。</translation>
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation>数据的去向。</translation>
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation>任务当前正在做什么。</translation>
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation>映像已处理的比例；结束后显示结果。</translation>
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation>最近三秒的速度。</translation>
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation>剩余时间，可估算后立即显示。</translation>
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation>映像内磁盘的大小。</translation>
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation>数据在目标处的保护方式。</translation>
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation>任务的加密临时卷：其状态以及配额的使用量。</translation>
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation>此任务在临时空间中是否没有残留：已销毁、已复查并已确认。</translation>
    </message>
    <message>
        <source>When the task was added.</source>
        <translation>任务的添加时间。</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>任务的结束时间。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation>清理未得到确认</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>残留：%1</translation>
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation>%1 - 已存储 %2</translation>
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation>%1 - 已写入 %2</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>encryption %1</source>
        <translation>加密：%1</translation>
    </message>
    <message>
        <source>scratch %1</source>
        <translation>临时卷：%1</translation>
    </message>
    <message>
        <source>cleanup %1</source>
        <translation>清理：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>临时卷</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残留</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation>%1 - 全部完好</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>预检</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>正在传输</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>正在清理</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Helper files removed</source>
        <translation>已删除辅助文件</translation>
    </message>
    <message>
        <source>Servers stopped</source>
        <translation>已停止服务器</translation>
    </message>
    <message>
        <source>Key erased</source>
        <translation>已擦除密钥</translation>
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation>已释放磁盘上的内容</translation>
    </message>
    <message>
        <source>Volume removed</source>
        <translation>已删除卷</translation>
    </message>
    <message>
        <source>Sockets removed</source>
        <translation>已删除套接字</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>已删除文件夹</translation>
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation>已将删除操作写入磁盘</translation>
    </message>
    <message>
        <source>Volume is gone</source>
        <translation>卷已不存在</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>文件夹已不存在</translation>
    </message>
    <message>
        <source>No open file is left</source>
        <translation>没有残留的打开文件</translation>
    </message>
    <message>
        <source>No process is left</source>
        <translation>没有残留的进程</translation>
    </message>
    <message>
        <source>No socket is left</source>
        <translation>没有残留的套接字</translation>
    </message>
    <message>
        <source>No mount is left</source>
        <translation>没有残留的挂载</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation>使用中</translation>
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation>正在销毁</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation>已确认消除</translation>
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation>有残留</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation>尚无</translation>
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation>未确认</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation>待处理</translation>
    </message>
    <message>
        <source>traces left</source>
        <translation>有痕迹残留</translation>
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation>无：任何人都能读取的明文文件</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation>AES-256-CTR 和 Poly1305-AES，在离开内存之前加密</translation>
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation>映像未被更改。已存储的内容会保留：重试时将从该处继续。</translation>
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation>映像库未被更改，也不会有未写完的文件以最终名称残留。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation>残留的内容已加密，其密钥从未存在于内存之外。</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation>AES-256-CTR 与 Poly1305-AES；仅在内存中解密</translation>
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation>在 EC2</translation>
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation>%1：离开内存之前即已密封，只有接收者能打开</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation>传输中使用 TLS 1.2 或更高版本，静态时使用 KMS 密钥；EC2 本身必须读取映像</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sealift::BandwidthSwitch</name>
    <message>
        <source>How much bandwidth all transfers together may take</source>
        <translation>所有传输合计可占用的带宽</translation>
    </message>
    <message>
        <source>No Limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>限速：%1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation>限速：%1（按计划）</translation>
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>AWS 自带工具会使用的配置</translation>
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation>AWS 配置文件中的配置。此处绝不会询问密钥：密钥来自配置文件、环境变量或实例。</translation>
    </message>
    <message>
        <source>what the service says</source>
        <translation>由服务告知</translation>
    </message>
    <message>
        <source>the system's certificates</source>
        <translation>系统的证书</translation>
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation>选择(&amp;E)...</translation>
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>配置(&amp;R)：</translation>
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation>区域(&amp;G)：</translation>
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation>要信任的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation>证书(&amp;F)：</translation>
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation>清理检查项</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未进行</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check and result</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sealift::Desktop</name>
    <message>
        <source>The list of libraries</source>
        <translation>映像库列表</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Locked by itself</source>
        <translation>已自动锁定</translation>
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation>以下映像库的密钥已不在内存中：%1</translation>
    </message>
    <message>
        <source>The rules about texts</source>
        <translation>关于文本的规则</translation>
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>映像库</translation>
    </message>
    <message>
        <source>New Library...</source>
        <translation>新建映像库...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>创建一个以加密方式保存映像的位置</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>列表中有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation>导入到此映像库(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation>从此映像库导出(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>解锁(&amp;U)...</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation>从列表移除(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>新建映像库(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>打开映像库(&amp;O)...</translation>
    </message>
    <message>
        <source>Forget Library</source>
        <translation>从列表移除映像库</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>要将“%1”从列表中移除吗？</translation>
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation>其映像保留在原处。其密码将从这台计算机的密钥环中删除：请确保您知道该密码，或持有其恢复表。</translation>
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation>移除映像库及其密码</translation>
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation>Amazon EC2</translation>
    </message>
    <message>
        <source>images and snapshots</source>
        <translation>映像和快照</translation>
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation>将映像发送到 Amazon EC2，或从那里取回</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>将映像发送到 Amazon EC2(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>从 Amazon EC2 导入(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>从 Amazon EC2 导出(&amp;E)...</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云</translation>
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation>任务详情</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation>临时卷</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>预检</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭据</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>已选择 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation>选择一个任务以查看其详情。</translation>
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation>这台计算机上没有示例映像</translation>
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation>请改为导入您自己的任意磁盘映像。</translation>
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation>拖放区域</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>AWS 自带工具会使用的配置</translation>
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation>正在询问 Amazon EC2。</translation>
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation>以 %1 的身份，账户 %2，位于 %3。凭证：%4</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation>逐块传输，不经存储桶</translation>
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation>经由存储桶，使用 VM Import/Export</translation>
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation>由存储服务加密 (SSE-S3)</translation>
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation>使用 KMS 密钥 (SSE-KMS)</translation>
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation>账户的 EBS 密钥</translation>
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation>密钥的 ARN 或 ID。导入的结果始终是加密的。</translation>
    </message>
    <message>
        <source>as the disk shows</source>
        <translation>按磁盘内容判断</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>方式(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>存储桶(&amp;B)：</translation>
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation>存储时加密(&amp;Y)：</translation>
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation>KMS 密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation>处理器(&amp;C)：</translation>
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation>EC2 读取期间，磁盘以加密形式存放在那里，之后会被删除。</translation>
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation>磁盘随后会从那里删除，Sealift 会再次检查。</translation>
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation>固件(&amp;M)：</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation>从 Amazon EC2 导入</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>名称(&amp;M)：</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>此账户在该区域中既没有映像也没有快照。</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n 个磁盘，逐块读取；不会更改 EC2 上的任何内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation>EC2 上的映像和快照</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>image (AMI)</source>
        <translation>映像 (AMI)</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>KMS 密钥</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sealift::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation>将磁盘映像拖放到此处，它们将以加密方式保存在您的映像库中。</translation>
    </message>
    <message>
        <source>Import Images...</source>
        <translation>导入映像...</translation>
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation>使用示例映像试用</translation>
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation>导入 Sealift 附带的小型可启动磁盘</translation>
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation>选择映像库的位置</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>由 Sealift 或 restic 创建的文件夹，位于这台计算机、驱动器或共享上；或存储桶中的位置。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation>EC2 上的哪个磁盘？</translation>
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation>直接读取其数据块，加密的快照也是如此；不会更改 EC2 上的任何内容。</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>磁盘(&amp;D)：</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>此账户在该区域中既没有映像也没有快照。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sealift::ExportImagePage</name>
    <message>
        <source>Which image?</source>
        <translation>选择映像</translation>
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation>映像保留在映像库中；将写出其磁盘的副本。</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>映像库(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>磁盘(&amp;D)：</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>尚无映像库：请先创建或打开一个。</translation>
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation>解锁映像库后即可查看其中的映像。</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>正在解锁映像库。</translation>
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation>此映像库中尚无映像。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>sealift::ExportLibraryPage</name>
    <message>
        <source>Which library?</source>
        <translation>哪个映像库？</translation>
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation>映像保留其名称、磁盘和所有已知信息。已有的内容不会再次发送。</translation>
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation>映像就在此映像库中。请选择另一个。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation>文件只有在完整写入并通过检查后才会出现。只有您可以读取它。</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请输入文件名。</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>这是一个文件夹。请加上文件名。</translation>
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation>这是设备或类似的特殊文件。Sealift 只写入普通文件。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation>此位置在映像库内。请选择映像库以外的文件夹。</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>您没有写入此文件夹的权限。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation>磁盘空间不足：最多需要 %1，可用空间为 %2。</translation>
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation>最多需要 %1，可用空间为 %2。</translation>
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation>最多需要 %1。</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>导出到哪里？</translation>
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation>这台计算机、驱动器或共享上的文件</translation>
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation>S3 服务存储桶中的对象</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation>对象只在完整且经过检查后才会出现，否则根本不出现。</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation>s3:https://主机/存储桶/名称，Amazon S3 则为 s3:区域/存储桶/名称</translation>
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation>请指定服务、存储桶和对象。</translation>
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation>对象的地址以“s3:”开头。</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation>此位置在映像库内。请选择映像库以外的位置。</translation>
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation>存储桶有响应。最多发送 %1。</translation>
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation>替换“%1”：其现有内容将丢失(&amp;P)</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>已有同名的内容。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation>选择文件的保护方式</translation>
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation>明文文件不提供任何保护</translation>
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation>任何人只要拿到此文件或存放过它的介质，就能读取磁盘上的所有内容：文件、密码、密钥。事后删除并不能将其擦除。文件权限使这台计算机的其他用户无法打开它；但存放在别处的副本可能对所有人开放。</translation>
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation>我明白，任何拿到“%1”的人都能读取此磁盘上的内容(&amp;U)</translation>
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation>密封后只有接收者能打开：数据在离开内存之前即已加密。</translation>
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation>供证书持有者打开 (CMS)(&amp;F)</translation>
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation>供 age 接收者打开(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation>使用密码短语，age 格式(&amp;W)</translation>
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation>作为带密码短语的 LUKS 卷，QEMU 可打开：qcow2 和 raw(&amp;L)</translation>
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation>明文，虚拟机管理程序所需的形式：不再加密(&amp;I)</translation>
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation>名称将为 %1。</translation>
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation>已有名为 %1 的内容：请返回并选择其他名称。</translation>
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation>任何能读取存储桶或拿到副本的人，都能读取磁盘上的所有内容：文件、密码、密钥。事后删除不会影响副本。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation>确认设置</translation>
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation>导出将作为任务加入队列。每一块数据在写入前都会经过验证。</translation>
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation>不加密导出(&amp;U)</translation>
    </message>
    <message>
        <source>Image:</source>
        <translation>映像：</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>用于：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>保护：</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>时间：</translation>
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation>%1，存储于 %2，位于 %3</translation>
    </message>
    <message>
        <source>a format of your choice</source>
        <translation>您选择的格式</translation>
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation>无：明文磁盘映像，任何拿到它的人都能读取</translation>
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation>文件最大 %1，磁盘大小 %2</translation>
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation>约 %1，取决于两个磁盘中较慢的一个</translation>
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA，OVF %1：%n 个磁盘；%2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation>密封 (CMS)，供 %1 的密钥打开</translation>
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation>密封 (age)，供 %1 打开</translation>
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation>密封 (age)，使用密码短语</translation>
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation>LUKS 卷，使用密码短语打开</translation>
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation>%1，直接来自 %2 的 EC2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation>%1，位于 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n 个磁盘，不含已有内容</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation>%1，替换现有内容</translation>
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation>密封导出(&amp;E)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>选择运行环境</translation>
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation>这将决定文件的格式。</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>虚拟机监控程序</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Something else
Choose the format yourself, for example a raw device image</source>
        <translation>其他
自行选择格式，例如 raw 设备映像</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详细设置(&amp;T)</translation>
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation>详细设置与已知 %1 可接受的设置不同。</translation>
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation>作为虚拟设备 (OVA)：整台机器及其所有磁盘(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n 个磁盘</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation>%1，机器按其自带的描述。</translation>
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation>%1。该映像没有附带机器描述：请查看详细信息。</translation>
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation>暂不运行：复制到另一个映像库
以其密钥加密，包含所有磁盘，按存储原样</translation>
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation>导出映像</translation>
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation>从 Amazon EC2 导出</translation>
    </message>
</context>
<context>
    <name>sealift::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sealift::FormatDetails</name>
    <message>
        <source>Round the disk's si&amp;ze up to whole MiB</source>
        <translation>将磁盘大小向上取整到整 MiB(&amp;Z)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>格式(&amp;R)：</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>类型(&amp;I)：</translation>
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation>压缩(&amp;M)：</translation>
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation>块大小(&amp;O)：</translation>
    </message>
    <message>
        <source>there is only one</source>
        <translation>仅有一种</translation>
    </message>
    <message>
        <source>as suits the disk</source>
        <translation>视磁盘而定</translation>
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation>对此目标的保障</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>发送前</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>传输中</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>静态存储时</translation>
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation>搜索映像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>映像</translation>
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation>由 restic 存储</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation>快照 %1，由 %2 在 %3 上存储，%4</translation>
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation>既非空白也非零的字节数。其存储内容经过压缩，并与其他映像共享。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储时间</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>原始格式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation>映像库中的其他内容均未更改。</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>导入(&amp;I)...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>导出(&amp;X)...</translation>
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation>编辑标签(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>删除(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>解锁(&amp;U)...</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 已锁定</translation>
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation>解锁后即可列出其中的映像。</translation>
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation>正在解锁 %1</translation>
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation>其中存储的内容保持不变。</translation>
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation>以下映像可以读取。</translation>
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation>%1 中尚无映像</translation>
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation>导入映像：将磁盘映像拖放到此处，或选择“导入”。</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation>%1 的标签，以逗号分隔：</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation>完整读取所选映像，并与存储时的内容比较：每个一项任务</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>重命名(&amp;N)...</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>映像需要一个名称。</translation>
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation>名称不能含“/”，也不能是“.”或“..”。</translation>
    </message>
    <message>
        <source>Rename Image</source>
        <translation>重命名映像</translation>
    </message>
    <message>
        <source>Name of %1:</source>
        <translation>%1 的名称：</translation>
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation>在映像中发现的内容</translation>
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation>在 %1 中发现：</translation>
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation>仍然继续，按原样导入(&amp;H)</translation>
    </message>
</context>
<context>
    <name>sealift::ImportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 needs a name.</source>
        <translation>%1 需要一个名称。</translation>
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation>有两个映像将命名为“%1”。请为其中一个另取名称。</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>映像库中的名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name at EC2</source>
        <translation>EC2 上的名称</translation>
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation>下次如无待定事项则直接导入(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation>自动：有效果时压缩</translation>
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation>关闭：适用于已压缩的数据</translation>
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation>最大：更小但更慢</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation>映像库所存储文件的大小。较大的文件适合速度较慢的存储和共享。</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>压缩(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation>包大小(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation>导入映像</translation>
    </message>
    <message>
        <source>Images to import</source>
        <translation>要导入的映像</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation>加密：始终开启</translation>
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation>发送前，在这台计算机的内存中使用映像库的密钥加密。静态存储时：已加密；存储端永远看不到明文或密钥。</translation>
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation>添加文件(&amp;A)...</translation>
    </message>
    <message>
        <source>Images to Import</source>
        <translation>要导入的映像</translation>
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation>磁盘映像 (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n 个文件无法导入</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>正在检查文件。</translation>
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation>请添加磁盘映像：raw、qcow2、VMDK、VHD、VHDX 或 VDI。</translation>
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation>所有文件均无法导入。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>导入 %n 个映像(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation>%1 的路径</translation>
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation>正在查看磁盘内容。无需等待。</translation>
    </message>
    <message>
        <source>A library</source>
        <translation>映像库</translation>
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation>Amazon EC2，作为映像 (AMI)</translation>
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation>Amazon EBS，作为快照</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation>目标(&amp;D)：</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation>%1（已锁定）</translation>
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation>%1（正在解锁）</translation>
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation>%1（无法访问）</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>解锁(&amp;U)...</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>映像库</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation>用于查找映像，以逗号分隔；可留空</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>映像库(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>标签(&amp;T)：</translation>
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation>在那里会出问题的内容显示在每个映像旁。仍然可以导入。</translation>
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation>将运行于(&amp;N)：</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>尚无映像库：请先创建或打开一个。</translation>
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation>请解锁映像库，以便加密映像。</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>正在解锁映像库。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation>屏幕锁定时以及计算机睡眠之前也锁定(&amp;S)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min without input</source>
        <translation> 分钟无操作</translation>
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation>继续运行，完成后再锁定其映像库</translation>
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation>停止，直到其映像库解锁</translation>
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation>锁定映像库会从内存中清除其密钥和密码。</translation>
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation>锁定映像库前的等待时间(&amp;L)：</translation>
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation>正在进行的任务(&amp;U)：</translation>
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation>之后导入会从中断处继续；导出会重新开始。</translation>
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation>在此之前，正在运行的任务的密钥会保留在内存中。已暂停的任务会被停止。</translation>
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation>审计日志条目 %1：%2</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation>将整个日志复制为文本</translation>
    </message>
</context>
<context>
    <name>sealift::MainWindow</name>
    <message>
        <source>Sealift</source>
        <translation>Sealift</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>About Sealift</source>
        <translation>关于 Sealift</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;在虚拟机监控程序与只有您才能读取的映像库之间传输虚拟机的磁盘映像。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The list of tasks</source>
        <translation>任务列表</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation>复制的部分内容无法导入</translation>
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation>剪贴板中没有可导入的文件</translation>
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation>请先在文件管理器中复制磁盘映像。</translation>
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation>MFA 设备的代码</translation>
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation>此配置需要该设备当前显示的代码：
%1</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>代码(&amp;C)：</translation>
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation>新建映像库</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>保存到这台计算机的密钥环中(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation>生成强密码(&amp;G)</translation>
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation>填入五组随机字母和数字，并将其显示出来</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation>再次输入(&amp;R)：</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>两次输入一致。</translation>
    </message>
    <message>
        <source>The same so far.</source>
        <translation>到目前为止一致。</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation>没有密码，任何人都无法读取映像库：存储的持有者不能，您也不能。</translation>
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation>使用弱密码创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation>创建映像库(&amp;C)</translation>
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation>正在创建映像库及其密钥。这需要几秒钟。</translation>
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation>选择映像库的位置</translation>
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>映像库以加密方式保存您的映像。它是这台计算机、驱动器或共享上的文件夹；或存储桶中的位置。</translation>
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation>目标：%1。临时空间中没有任何残留。</translation>
    </message>
    <message>
        <source>%1 left traces</source>
        <translation>%1 有痕迹残留</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation>打开映像库</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation>映像库是由 Sealift 或 restic 创建的文件夹或存储桶中的位置（存储库格式 1 或 2）。</translation>
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n 个处理器</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation>处理器按描述，否则为 %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 内存</translation>
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation>内存按描述，否则为 %1</translation>
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation>固件按描述，否则为 BIOS</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation>处理器(&amp;P)：</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>内存(&amp;Y)：</translation>
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation>固件(&amp;W)：</translation>
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>库中已有</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation>此任务有痕迹残留</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名称(&amp;A)：</translation>
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation>映像库的文件夹</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>打开映像库</translation>
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation>此文件夹中已有映像库。请直接打开它。</translation>
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation>这是一个文件。映像库需要专用的文件夹。</translation>
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation>此文件夹不为空。请加上要在其中新建的文件夹的名称，或选择一个空文件夹。</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>您没有写入该处的权限。请选择您自己的文件夹。</translation>
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation>可以在此处创建映像库。</translation>
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation>该处仅有 %1 可用空间，对磁盘映像而言偏少。</translation>
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation>将新建一个文件夹。该处有 %1 可用空间。</translation>
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation>此文件夹为空。该处有 %1 可用空间。</translation>
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation>没有这样的文件夹。它所在的驱动器或共享是否已连接？</translation>
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation>这不是映像库：映像库的文件夹中有一个名为“config”的文件。</translation>
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation>此映像库可读取但不可写入：可以导出，不能导入。</translation>
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation>此文件夹中有一个映像库。</translation>
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation>这台计算机、驱动器或共享上的文件夹</translation>
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation>S3 服务的存储桶</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation>s3:https://主机/存储桶/文件夹，Amazon S3 则为 s3:区域/存储桶/文件夹</translation>
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation>存储桶的地址以“s3:”开头。</translation>
    </message>
    <message>
        <source>Asking the service...</source>
        <translation>正在询问服务...</translation>
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation>存储桶有响应，并且此位置为空。</translation>
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation>此位置有其他对象。请在地址后加上新文件夹的名称。</translation>
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation>存储桶有响应，但此位置没有映像库。</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation>此处已有一个库。请改为打开它。</translation>
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation>存储桶的此处有一个库。</translation>
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation>在传输任何数据之前，Sealift 会检查映像和目标：映像是否与其声明相符、能否安全打开，以及目标是否有足够的空间。</translation>
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation>正在检查映像和目标...</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation>未发现妨碍此次传输的问题。</translation>
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation>没有符合搜索条件的任务。</translation>
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>重新验证</translation>
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation>重新读取凭据并验证其签名</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation>保存凭据：已签名的文件，或供阅读或打印的页面</translation>
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation>已签名的文件 (&amp;JSON)...</translation>
    </message>
    <message>
        <source>&amp;PDF...</source>
        <translation>&amp;PDF...</translation>
    </message>
    <message>
        <source>&amp;HTML...</source>
        <translation>&amp;HTML...</translation>
    </message>
    <message>
        <source>There is no receipt yet</source>
        <translation>尚无凭据</translation>
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation>任务的临时空间清除后，将生成并签名凭据。</translation>
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation>凭据无效</translation>
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation>由此安装的密钥签名，此后未被更改。</translation>
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation>签名后未被更改，但签名密钥不属于此安装。</translation>
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation>有效，且清理已确认</translation>
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation>有效，但清理未确认</translation>
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation>已签名的凭据 (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>保存凭据</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation>保管恢复密钥</translation>
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation>这是第二个密码，以备第一个密码丢失时使用。它只显示这一次。</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation>请打印或抄写下来，并保存在远离这台计算机的地方。</translation>
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation>任何人只要持有此恢复密钥和映像库的文件，就能读取库中的所有内容。请将它保存在远离这台计算机的地方。在 Sealift 和 restic 中，它都可以代替密码打开映像库。</translation>
    </message>
    <message>
        <source>Sealift recovery sheet

Library: %1
Place: %2
Made: %3

Recovery passphrase:

    %4

%5
</source>
        <translation>Sealift 恢复表

映像库：%1
位置：%2
创建时间：%3

恢复密钥：

    %4

%5
</translation>
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation>Sealift 恢复表</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>映像库</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation>恢复密钥：</translation>
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation>打印恢复表</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>打印(&amp;P)...</translation>
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation>保存为 PDF(&amp;D)...</translation>
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation>保存为文本(&amp;T)...</translation>
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation>为确保您已留存，请根据您的副本输入其中两组：</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation>已保存为 %1。请将它移到别处：任何人若在映像库旁找到它，就能打开映像库。</translation>
    </message>
    <message>
        <source>Group number %1:</source>
        <translation>第 %1 组：</translation>
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation>正确。此后不会再次显示恢复密钥。</translation>
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation>第 %1 组不匹配。</translation>
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation>两组都不匹配。</translation>
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation>保存恢复表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation>导入示例映像以了解流程(&amp;I)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation>映像库已打开。将磁盘映像拖放到窗口上即可导入。</translation>
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>周六和周日</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation>%1，%2 至 %3：%4</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation>有单独限速的时段</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation>添加时段(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>日期(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>到(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>限速(&amp;L)：</translation>
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation>若不晚于开始时间，则为次日</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation> GiB/任务</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>选择(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>上限(&amp;A)：</translation>
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation>临时卷的文件夹</translation>
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation>临时卷需要专用的文件夹。</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>您没有写入该处的权限。请选择您自己的文件夹。</translation>
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation>该处有 %1 可用空间。</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation>临时空间用量</translation>
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation>已用 %1，峰值 %2，共 %3</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>quota %1</source>
        <translation>配额 %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation>配额剩余 %1</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation>AES-256-XTS，密钥仅保存在内存中</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation>无论任务如何结束，Sealift 最后都会擦除密钥、删除卷并进行复查：</translation>
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation>Sealift 已复查，发现仍有残留：</translation>
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation>Sealift 已擦除密钥、删除卷并完成复查：</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation>任务的加密临时卷；每个临时卷在其任务结束时销毁</translation>
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation>临时空间：已用 %1</translation>
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation>临时空间：未使用</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n 个任务有痕迹残留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n 个卷，全部已加密</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation>全部已确认消除</translation>
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation>添加证书(&amp;D)...</translation>
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation>age1...，每行一个</translation>
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation>接收者(&amp;R)：</translation>
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation>密封所用的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.der);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation>请添加每位需要打开该文件的人的证书。</translation>
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation>请输入每位需要打开该文件的人的接收者。</translation>
    </message>
    <message>
        <source>Being looked at.</source>
        <translation>正在检查。</translation>
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation>没有它任何人都无法打开该文件，Sealift 也不会保存它：请记下来。</translation>
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation>任何拿到文件的人都可以无限次尝试。</translation>
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation>只有这些证书的密钥才能打开：%1</translation>
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>只有 %n 位接收者的密钥才能打开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>显示哪些任务</translation>
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation>仅显示处于某些状态的任务</translation>
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation>任务名称或目标中的词语</translation>
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation>如无待定事项则直接导入(&amp;S)</translation>
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation>提供将密码保存到这台计算机的密钥环中的选项(&amp;R)</translation>
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation>任务完成时(&amp;C)</translation>
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation>任务失败，或无法确认其清理结果时(&amp;F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation>临时卷</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation>导出用于(&amp;X)：</translation>
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation>现已保存的密码将从密钥环中删除。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/秒</translation>
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation>同时运行的任务数(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation>总带宽(&amp;B)：</translation>
    </message>
    <message>
        <source>Notify me:</source>
        <translation>通知我：</translation>
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation>任务过程中必须暂存的数据存放在专用的加密卷中。其密钥仅保存在内存中，该卷在任务结束时销毁。设置将从下次启动起生效。</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation>特定时段的其他限速；重叠时以上面的为准。当前生效的限速显示在状态栏。</translation>
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation>无按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation>恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>所选操作的按键</translation>
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation>按下按键(&amp;P)：</translation>
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation>“%1”和“%2”的按键相同：%3。</translation>
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation>临时卷的状态</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1：尚未到达</translation>
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation>端到端加密，外加 TLS</translation>
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation>端到端加密</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n 个已暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n 个排队中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 个已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>无任务</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Scratch %1</source>
        <translation>临时空间 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n 个导出未加密</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n 个发往 EC2（它必须读取映像）：TLS，静态时 KMS</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation>其余%1</translation>
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation>存入映像库的数据在离开这台计算机的内存之前加密，密封导出也是如此。明文导出不加密；发往 EC2 的数据在传输中和静态时加密，但在此之前不加密。</translation>
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation>弱：数天内即可破解</translation>
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation>一般：可抵御单人攻击</translation>
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation>良好：可抵御大量机器的攻击</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>密码强度</translation>
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation>正在传输磁盘映像</translation>
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation>暂停所选任务；已完成的部分会保留</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>继续(&amp;S)</translation>
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation>继续运行所选任务</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation>结束所选任务并进行清理</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>重试(&amp;E)</translation>
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation>重新运行所选任务；已送达的部分仍有效</translation>
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation>移至顶部(&amp;T)</translation>
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation>接下来运行所选任务</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation>提前运行所选任务</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation>推后运行所选任务</translation>
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation>移至底部(&amp;B)</translation>
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation>最后运行所选任务</translation>
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation>打开凭据(&amp;O)</translation>
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation>显示已签名的清理凭据</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>复制详情(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation>将所选任务的全部信息复制为文本</translation>
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation>从列表中移除(&amp;M)</translation>
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation>从列表中移除已结束的任务；凭据和映像会保留</translation>
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation>全部暂停(&amp;A)</translation>
    </message>
    <message>
        <source>Halt every task</source>
        <translation>暂停所有任务</translation>
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation>全部继续(&amp;L)</translation>
    </message>
    <message>
        <source>Go on with every task</source>
        <translation>继续运行所有任务</translation>
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation>正在运行、等待或已结束的导入和导出</translation>
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation>按队列顺序排序</translation>
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>an address of a network</source>
        <translation>网络地址</translation>
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation>它会保留在日志、审计日志和回执中，可能被他人读取。</translation>
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation>它会随日志、审计日志和回执一起保留并传递。</translation>
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation>出现在日志中会向他人透露网络结构。</translation>
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation>保留：我已查看，这不是机密</translation>
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation>其中似乎含有%1（%2）。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Better: %1</source>
        <translation>更好的写法：%1</translation>
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation>此类文本绝不会被保留。</translation>
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚无测量数据。</translation>
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation>最大 %1，最近 %2。</translation>
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation>在传输映像时显示</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation>显示 Sealift(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation>Sealift：没有正在进行的任务</translation>
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation>Sealift：%1%，%2</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation>映像库“%1”位于 %2。

其密钥将保留在这台计算机的内存中，直到您锁定映像库或退出程序。</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>保存到这台计算机的密钥环中(&amp;M)</translation>
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation>密码或恢复密钥</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation>正在派生密钥。出于安全考虑，这需要约一秒钟。</translation>
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation>这看起来像是输入有误的恢复密钥。请与打印件逐组对照。</translation>
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation>此密码无法打开映像库。未作任何更改。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation>新建映像库(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation>打开由 Sealift 或 restic 创建的现有映像库(&amp;O)</translation>
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation>欢迎使用 Sealift</translation>
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation>虚拟机的磁盘映像：加密导入，导出到任何虚拟机监控程序。</translation>
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation>映像保存在映像库中，所有内容在离开这台计算机的内存之前都会加密。只有映像库的密码才能将其打开。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation>临时空间</translation>
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation>传输过程中必须暂存的数据存放在加密卷中，该卷在其任务结束时销毁。</translation>
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation>最好使用这台计算机的磁盘。默认位置适合大多数用户。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>下一步(&amp;N) &gt;</translation>
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation>导入(&amp;I)...</translation>
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation>将磁盘映像导入映像库</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation>导入在文件管理器中复制的文件</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation>将映像库中的映像写入文件</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>新建映像库(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>创建一个以加密方式保存映像的位置</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>打开映像库(&amp;O)...</translation>
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation>使用现有的映像库</translation>
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation>解锁映像库(&amp;U)...</translation>
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation>输入所选映像库的密码</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>设置(&amp;S)...</translation>
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation>更改 Sealift 的工作方式</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>End Sealift</source>
        <translation>退出 Sealift</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation>显示正在运行、等待和已结束的任务</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>映像(&amp;I)</translation>
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation>显示映像库中的映像</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation>显示所选任务的详情</translation>
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation>目标(&amp;E)</translation>
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation>在侧边显示映像库和临时空间</translation>
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation>查找任务(&amp;F)</translation>
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation>按名称和目标搜索任务</translation>
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation>入门(&amp;F)...</translation>
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation>设置映像库并导入示例映像</translation>
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation>关于 Sealift(&amp;A)</translation>
    </message>
    <message>
        <source>Which version this is</source>
        <translation>显示版本信息</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation>阅读 Sealift 的使用说明</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>将映像发送到 Amazon EC2(&amp;S)...</translation>
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation>用磁盘映像在 Amazon EC2 上创建映像或快照</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>从 Amazon EC2 导入(&amp;I)...</translation>
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation>将 Amazon EC2 的映像或快照存入映像库</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>从 Amazon EC2 导出(&amp;E)...</translation>
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation>将 Amazon EC2 的磁盘写入文件，不经映像库</translation>
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation>Amazon EC2(&amp;A)</translation>
    </message>
</context>
</TS>
