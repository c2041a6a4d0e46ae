<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added to the queue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Library opened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>%n task is under way.</numerusform>
            <numerusform>%n tasks are under way.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Delete Images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>Delete %n image from the library?</numerusform>
            <numerusform>Delete %n images from the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Import %1 and %n more - encrypted before they leave this computer</numerusform>
            <numerusform>Import %1 and %n more - encrypted before they leave this computer</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Import %1 and %n more into %2 - encrypted before they leave this computer</numerusform>
            <numerusform>Import %1 and %n more into %2 - encrypted before they leave this computer</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</numerusform>
            <numerusform>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A value does not fit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something is not there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Access was denied</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The data is damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is not supported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The password is wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A helper program failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Internal error</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>growing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>fixed size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>stream-optimized</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not compressed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>TLS on top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>%1: %2</source>
        <comment>product, what would go wrong there</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>being looked at...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unlocking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unlocked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quota</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Used at most</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cleanup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Audit entries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed by the key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>#</source>
        <comment>position in the queue</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cleanup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When the task was added.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When the task ended.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>left: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>encryption %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>scratch %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cleanup %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cleanup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>preflight</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>transferring</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>finalizing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cleaning up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cancelling</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Helper files removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Servers stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Key erased</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Volume removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sockets removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder removed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Volume is gone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder is gone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No open file is left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No process is left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No socket is left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No mount is left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>pausing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>verify</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>traces left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::BandwidthSwitch</name>
    <message>
        <source>How much bandwidth all transfers together may take</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No Limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Limit: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what the service says</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the system's certificates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check and result</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Desktop</name>
    <message>
        <source>The list of libraries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Locked by itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The rules about texts</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>%n in the list</numerusform>
            <numerusform>%n in the list</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>images and snapshots</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cloud</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preflight</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>%n task is chosen.</numerusform>
            <numerusform>%n tasks are chosen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as the disk shows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n disk, read block by block; nothing is changed at EC2.</numerusform>
            <numerusform>%n disks, read block by block; nothing is changed at EC2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>image (AMI)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>snapshot</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KMS key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import Images...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportImagePage</name>
    <message>
        <source>Which image?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportLibraryPage</name>
    <message>
        <source>Which library?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export to File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where to?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Image:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Protection:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a format of your choice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA, OVF %1: %n disk; %2</numerusform>
            <numerusform>OVA, OVF %1: %n disks; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n disk, without what is there already</numerusform>
            <numerusform>%n disks, without what is there already</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hypervisor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something else
Choose the format yourself, for example a raw device image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n disk</numerusform>
            <numerusform>%n disks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::FormatDetails</name>
    <message>
        <source>Round the disk's si&amp;ze up to whole MiB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is only one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as suits the disk</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Before sending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>On the wire</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At rest</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Came as</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is locked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Edit Tags</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rename Image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of %1:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImportModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 needs a name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name in the library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name at EC2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Options</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> MiB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Images to import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Images to Import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n file cannot be imported</numerusform>
            <numerusform>%n files cannot be imported</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>&amp;Import %n image</numerusform>
            <numerusform>&amp;Import %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> min without input</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>audit log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy All</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::MainWindow</name>
    <message>
        <source>Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The list of tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Both are the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same so far.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The two differ.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 left traces</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of memory</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> GiB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk size</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Processed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Known already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking the service...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Verify Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save As</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;PDF...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;HTML...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no receipt yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save Receipt</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation type="unfinished" />
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
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Group number %1:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> MiB/s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;From:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>quota %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>peak %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n task left traces</numerusform>
            <numerusform>%n tasks left traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n volume, encrypted</numerusform>
            <numerusform>%n volumes, all encrypted</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Being looked at.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>Only the key of %n recipient opens it.</numerusform>
            <numerusform>Only the keys of %n recipients open it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> MiB/s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notify me:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Locking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bandwidth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: not yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scratch %1</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n export not encrypted</numerusform>
            <numerusform>%n exports not encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n to EC2, which must read the image: TLS, KMS at rest</numerusform>
            <numerusform>%n to EC2, which must read the images: TLS, KMS at rest</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password strength</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Halt every task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on with every task</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>personal data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an address of a network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Better: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which version this is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Task</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
